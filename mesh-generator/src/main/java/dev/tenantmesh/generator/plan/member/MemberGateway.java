package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.tenant.Gateway;

/**
 * An ingress gateway.
 *
 * @param source what the tenant wrote
 * @param pods its pods
 * @param exposure how traffic arrives on this platform
 * @param entry its model entry
 */
public record MemberGateway(Gateway source, Pods pods, Gateway.Exposure.Type exposure, String entry) {

    public String name() {
        return source.name();
    }
}
