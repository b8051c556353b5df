package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayTls;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ingress gateway, of a tenant or of the mesh.
 *
 * @param source what its owner wrote
 * @param name its name
 * @param form in which API it is written, and who makes its pods
 * @param service the name of its Service
 * @param shared whether it is of the mesh, for several tenants
 * @param pods its pods
 * @param podPort the port they listen on
 * @param generated how large it is, if its pods and its Service are made here or by the control plane
 * @param exposure how traffic arrives
 * @param arrival by what it arrives on this platform
 * @param tls how connections are terminated where no binding says otherwise
 * @param bindings the hosts that are served here, sorted by tenant and host
 * @param entry its model entry
 */
public record MemberGateway(
        Record source,
        String name,
        Form form,
        String service,
        boolean shared,
        Pods pods,
        int podPort,
        Optional<GatewaySize> generated,
        Exposure exposure,
        Exposure.Type arrival,
        @Nullable GatewayTls tls,
        List<GatewayBinding> bindings,
        String entry) {

    /** In which API a gateway is written, and who makes its pods. */
    public enum Form {
        /** Istio's own API. */
        ISTIO,
        /** The Gateway API, from which the control plane makes the pods. */
        AUTOMATED,
        /** The Gateway API, whose pods manifests make. */
        MANUAL;

        static Form of(boolean ofGatewayApi, boolean automated) {
            if (!ofGatewayApi) {
                return ISTIO;
            }
            return automated ? AUTOMATED : MANUAL;
        }
    }

    /** Whether it is written in the Gateway API. */
    public boolean isOfGatewayApi() {
        return form != Form.ISTIO;
    }

    /** Whether the control plane makes its pods. */
    public boolean isAutomated() {
        return form == Form.AUTOMATED;
    }

    /** Whether only workloads of the mesh come, each with its identity. */
    public boolean knowsItsClients() {
        return tls != null && tls.mode() == GatewayTls.Mode.ISTIO_MUTUAL;
    }

    /** Whether workloads come and nobody else, with or without showing who they are. */
    public boolean isForWorkloads() {
        return exposure.type() == Exposure.Type.CLUSTER_IP
                && exposure.clients().stream().allMatch(client -> client.workload() != null);
    }

    /** Whether a router of this platform ends TLS and opens a connection of its own. */
    public boolean isReencrypted() {
        return arrival == Exposure.Type.ROUTE && exposure.terminates() == Exposure.Termination.REENCRYPT;
    }

    /** Whether it shows certificates of its namespace. */
    public boolean hasCredentials() {
        return bindings.stream()
                .map(GatewayBinding::tls)
                .anyMatch(used -> used != null && used.credentialName() != null);
    }
}
