package dev.tenantmesh.model.check.external;

import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/**
 * An external goes through an egress gateway where the mesh demands it, through one that its tenant may use, and all
 * who reach one host through one gateway say the same of it.
 */
public final class ExternalsUseTheirGateway implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            Check check = new Check(mesh, new HashMap<>(), model, problems);
            for (Tenant tenant : model.tenantsOf(mesh)) {
                tenant.externals().forEach(external -> check.external(tenant, external));
            }
        }
    }

    private record Check(Mesh mesh, Map<String, External> first, MeshModel model, Problems problems) {

        void external(Tenant tenant, External external) {
            External.Via via = external.via();
            if (via == null) {
                direct(external);
                return;
            }
            Origin origin = model.origins().of(via, "egressGateway");
            mesh.egressGateway(via.egressGateway())
                    .ifPresentOrElse(
                            gateway -> through(gateway, tenant, external, origin),
                            () -> problems.error(
                                    ProblemCode.UNKNOWN_REFERENCE,
                                    origin,
                                    via.egressGateway(),
                                    "Mesh '" + mesh.name() + "' has no egress gateway of this name.",
                                    Hint.near(
                                            via.egressGateway(),
                                            mesh.egressGateways().stream()
                                                    .map(EgressGateway::path)
                                                    .toList())));
        }

        private void direct(External external) {
            Mesh.MeshIsolation isolation = mesh.isolation();
            if (isolation != null && isolation.egress() == EgressPolicy.GATEWAY) {
                problems.error(
                        ProblemCode.EGRESS_GATEWAY_NOT_USABLE,
                        model.origins().of(external),
                        external.name(),
                        "Mesh '" + mesh.name() + "' lets nobody out but through its egress gateways, says "
                                + model.origins().of(isolation, "egress") + ".",
                        "Add `via: {egressGateway: namespace/name}`.");
            }
        }

        private void through(EgressGateway gateway, Tenant tenant, External external, Origin origin) {
            if (!gateway.allowedTenants().contains(tenant.name())) {
                problems.error(
                        ProblemCode.EGRESS_GATEWAY_NOT_USABLE,
                        origin,
                        gateway.path(),
                        "The gateway lets tenant '" + tenant.name() + "' not through, says "
                                + model.origins().of(gateway, "allowedTenants") + ".",
                        "Use another one, or have the platform team add the tenant to its `allowedTenants`.");
            }
            External other = first.putIfAbsent(gateway.path() + " " + external.host(), external);
            if (other != null && !isSame(external, other)) {
                problems.error(
                        ProblemCode.HOST_TAKEN,
                        model.origins().of(external, "host"),
                        external.host(),
                        "Gateway '" + gateway.path() + "' leads to this host already, and "
                                + model.origins().of(other, "host") + " says something else of it.",
                        "Agree on `cidrs`, `ports` and `tls`, or use a gateway of your own.");
            }
        }

        private static boolean isSame(External one, External other) {
            return new HashSet<>(one.cidrs()).equals(new HashSet<>(other.cidrs()))
                    && one.ports().equals(other.ports())
                    && Objects.equals(one.tls(), other.tls());
        }
    }
}
