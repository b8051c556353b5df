package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.generator.plan.Heading;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gateway before a control plane listens to, and how it goes on.
 *
 * @param heading name, place and reason
 * @param podLabels the gateway's pods, in the same namespace
 * @param host the host that others come for
 * @param credentialName the Secret with the certificate for it
 * @param service the fully qualified name of the control plane's own Service
 * @param serverName the name that its certificate is verified for
 * @param caCredentialName the Secret that verifies it
 * @see <a href="https://istio.io/latest/docs/setup/install/external-controlplane/">external control plane</a>
 */
public record ControlPlaneGatewayPlan(
        Heading heading,
        SortedMap<String, String> podLabels,
        String host,
        String credentialName,
        String service,
        String serverName,
        String caCredentialName) {

    public ControlPlaneGatewayPlan {
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
    }
}
