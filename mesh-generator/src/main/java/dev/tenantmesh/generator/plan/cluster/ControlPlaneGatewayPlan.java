package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.generator.plan.Heading;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gateway before a control plane listens to, and how it goes on.
 *
 * @param heading name, place and reason
 * @param podLabels the gateway's pods, in the same namespace
 * @param host the host that others come for
 * @param service the fully qualified name of the control plane's own Service
 * @param termination how TLS ends here and goes on; absent: it goes through to the control plane
 * @see <a href="https://istio.io/latest/docs/setup/install/external-controlplane/">external control plane</a>
 */
public record ControlPlaneGatewayPlan(
        Heading heading,
        SortedMap<String, String> podLabels,
        String host,
        String service,
        Optional<Termination> termination) {

    /**
     * TLS that ends here and goes on.
     *
     * @param credentialName the Secret with the certificate for the host
     * @param serverName the name that the control plane's certificate is verified for
     * @param caCredentialName the Secret that verifies it
     */
    public record Termination(String credentialName, String serverName, String caCredentialName) {}

    public ControlPlaneGatewayPlan {
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
    }
}
