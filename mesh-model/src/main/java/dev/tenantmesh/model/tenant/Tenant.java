package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.Isolation;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.MtlsScope;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.yaml.Reserved;
import java.util.List;
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
 */
@ModelRecord
@Reserved({"externals", "quota", "manifests"})
public record Tenant(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.LABEL) String mesh,
        List<Owner> owners,
        @Nullable MtlsScope mtls,
        @Nullable Isolation isolation,
        List<TenantNamespace> namespaces,
        List<Call> calls,
        List<Gateway> gateways) {

    public Tenant {
        owners = List.copyOf(owners);
        namespaces = List.copyOf(namespaces);
        calls = List.copyOf(calls);
        gateways = List.copyOf(gateways);
    }
}
