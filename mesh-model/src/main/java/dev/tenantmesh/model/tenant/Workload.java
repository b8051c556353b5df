package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.Isolation;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.capacity.Load;
import dev.tenantmesh.model.gateway.Replicas;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pods that serve together.
 *
 * @param name RFC 1123 label, unique in its namespace
 * @param selector the labels that select its pods, and no others
 * @param serviceAccount the identity it runs with
 * @param services what it offers; only these ports are ever opened
 * @param mtls exceptions from the namespace's mode, by port
 * @param isolation tightens the namespace's isolation
 * @param sidecar the proxy beside its pods; absent: as the control plane injects it
 * @param probes pod ports that the kubelet probes, where the proxies of nodes pass its probes on under an address of
 *     their own; absent: the declared ports
 * @param replicas how many pods it has, as its own manifests say; where sidecars are counted it must be known
 * @param load what it serves; the report of capacity says what that costs its sidecars
 * @param allowFrom this side's consent to clients across the boundary
 */
@ModelRecord
public record Workload(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.LABELS) Map<String, String> selector,
        @Syntax(Syntax.Of.SUBDOMAIN) String serviceAccount,
        List<Service> services,
        @Nullable WorkloadMtls mtls,
        @Nullable Isolation isolation,
        @Nullable Sidecar sidecar,
        @Syntax(Syntax.Of.PORT) List<Integer> probes,
        @Nullable Replicas replicas,
        @Nullable Load load,
        List<AllowFrom> allowFrom) {

    public Workload {
        services = List.copyOf(services);
        probes = List.copyOf(probes);
        allowFrom = List.copyOf(allowFrom);
    }

    /** Every port it offers, in the order of its services. */
    public List<ServicePort> ports() {
        return services.stream().flatMap(service -> service.ports().stream()).toList();
    }
}
