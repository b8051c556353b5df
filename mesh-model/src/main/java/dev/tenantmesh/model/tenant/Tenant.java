package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.Isolation;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.MtlsScope;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.quota.Budget;
import dev.tenantmesh.model.quota.Quota;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A team, its namespaces and what crosses its border.
 *
 * @param name RFC 1123 label
 * @param mesh the mesh its namespaces are members of
 * @param owners who holds which role in its namespaces
 * @param mtls tightens the mesh's mode
 * @param isolation tightens the mesh's isolation
 * @param namespaces its namespaces; a namespace has exactly one tenant
 * @param calls the client's side of edges to other tenants
 * @param gateways its ingress gateways
 * @param sharedGateways the hosts it serves through gateways of the platform team
 * @param externals the hosts outside the cluster that its workloads may call
 * @param budget the most that its sidecars may cost
 * @param quota what each of its namespaces may use; absent: what the platform's grant says
 * @param labels labels of everything that is generated for it, but its Namespaces: by their labels the whole cluster
 *     recognises who may do what, so those are set by the Platform and the Mesh alone
 * @param annotations annotations of the same
 * @param manifests files and folders of raw objects in its namespaces, relative to the document
 */
@ModelRecord
public record Tenant(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.LABEL) String mesh,
        List<Owner> owners,
        @Nullable MtlsScope mtls,
        @Nullable Isolation isolation,
        List<TenantNamespace> namespaces,
        List<Call> calls,
        List<Gateway> gateways,
        List<SharedGatewayUse> sharedGateways,
        List<External> externals,
        @Nullable Budget budget,
        @Nullable Quota quota,
        @Syntax(Syntax.Of.LABELS) Map<String, String> labels,
        @Syntax(Syntax.Of.ANNOTATIONS) Map<String, String> annotations,
        List<String> manifests) {

    public Tenant {
        owners = List.copyOf(owners);
        namespaces = List.copyOf(namespaces);
        calls = List.copyOf(calls);
        gateways = List.copyOf(gateways);
        sharedGateways = List.copyOf(sharedGateways);
        externals = List.copyOf(externals);
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        manifests = List.copyOf(manifests);
    }
}
