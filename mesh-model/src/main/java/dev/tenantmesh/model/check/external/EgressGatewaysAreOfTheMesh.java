package dev.tenantmesh.model.check.external;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.ownership.NamespacesHaveOneOwner;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An egress gateway stands in a namespace of its mesh and of nobody else, and serves tenants of its mesh. */
public final class EgressGatewaysAreOfTheMesh implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Check check = new Check(new MeshIndex(model.tenants()), new HashMap<>(), model, problems);
        for (Mesh mesh : model.meshes()) {
            for (EgressGateway gateway : mesh.egressGateways()) {
                check.namespace(mesh, gateway);
                check.tenants(mesh, gateway);
            }
        }
    }

    private record Check(MeshIndex index, Map<String, Mesh> owners, MeshModel model, Problems problems) {

        void namespace(Mesh mesh, EgressGateway gateway) {
            String namespace = gateway.namespace();
            Mesh owner = owners.putIfAbsent(namespace, mesh);
            if (owner != null && !owner.name().equals(mesh.name())) {
                taken(gateway, "A gateway of mesh '" + owner.name() + "' stands here.");
            }
            index.member(namespace)
                    .ifPresent(member -> taken(
                            gateway, "It belongs to tenant '" + member.tenant().name() + "'."));
            if (model.meshes().stream()
                    .flatMap(other -> other.gateways().stream())
                    .anyMatch(shared -> shared.namespace().equals(namespace))) {
                taken(gateway, "A shared gateway stands here, which anyone may reach.");
            }
            model.meshes().stream()
                    .filter(other -> other.controlPlane().namespace().equals(namespace))
                    .forEach(other -> taken(gateway, "The control plane of mesh '" + other.name() + "' runs here."));
            if (NamespacesHaveOneOwner.isProtected(namespace)) {
                problems.error(
                        ProblemCode.NAMESPACE_PROTECTED,
                        model.origins().of(gateway, "namespace"),
                        namespace,
                        "Policies that close a gateway would stop what else runs here.",
                        "Give the gateway a namespace of its own.");
            }
        }

        void tenants(Mesh mesh, EgressGateway gateway) {
            List<String> known =
                    model.tenantsOf(mesh).stream().map(Tenant::name).toList();
            if (gateway.allowedTenants().isEmpty()) {
                problems.error(
                        ProblemCode.MISSING_KEY,
                        model.origins().of(gateway, "allowedTenants"),
                        "",
                        "The gateway is for nobody.",
                        "List the tenants that may use it under `allowedTenants`.");
            }
            for (int i = 0; i < gateway.allowedTenants().size(); i++) {
                String tenant = gateway.allowedTenants().get(i);
                if (!known.contains(tenant)) {
                    Origin origin = model.origins().of(gateway, "allowedTenants", i);
                    problems.error(
                            ProblemCode.UNKNOWN_REFERENCE,
                            origin,
                            tenant,
                            "Mesh '" + mesh.name() + "' has no tenant of this name.",
                            Hint.near(tenant, known));
                }
            }
        }

        private void taken(EgressGateway gateway, String why) {
            problems.error(
                    ProblemCode.NAMESPACE_TAKEN,
                    model.origins().of(gateway, "namespace"),
                    gateway.namespace(),
                    why,
                    "Give the gateway a namespace of its own.");
        }
    }
}
