package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.MtlsMode;

/**
 * A declared port of a workload.
 *
 * @param name its name
 * @param servicePort the Service's port
 * @param podPort the pod's port, which all policies go by
 * @param mode what the proxy demands on it
 */
public record MemberPort(String name, int servicePort, int podPort, MtlsMode mode) {

    /** Whether a peer without an identity can be let in. */
    public boolean admitsPlaintext() {
        return mode != MtlsMode.STRICT;
    }
}
