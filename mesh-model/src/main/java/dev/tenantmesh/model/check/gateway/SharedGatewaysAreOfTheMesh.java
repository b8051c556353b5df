package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.AllowedTenant;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** A shared gateway allows tenants of its own mesh, each for hosts that are named, and somebody uses it. */
public final class SharedGatewaysAreOfTheMesh implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            for (SharedGateway gateway : mesh.gateways()) {
                Check check = new Check(mesh, gateway, model, problems);
                gateway.allowedTenants().forEach(check::tenant);
                check.use();
            }
        }
    }

    private record Check(Mesh mesh, SharedGateway gateway, MeshModel model, Problems problems) {

        void tenant(AllowedTenant allowed) {
            Optional<Tenant> tenant = model.tenant(allowed.tenant());
            if (tenant.isEmpty()) {
                List<String> known =
                        model.tenantsOf(mesh).stream().map(Tenant::name).toList();
                problems.error(
                        ProblemCode.UNKNOWN_REFERENCE,
                        model.origins().of(allowed, "tenant"),
                        allowed.tenant(),
                        "There is no tenant of this name.",
                        Hint.near(allowed.tenant(), known));
            } else if (!tenant.get().mesh().equals(mesh.name())) {
                problems.error(
                        ProblemCode.CROSS_MESH,
                        model.origins().of(allowed, "tenant"),
                        allowed.tenant(),
                        "The tenant is in mesh '" + tenant.get().mesh() + "', and no gateway of mesh '" + mesh.name()
                                + "' can reach it.",
                        "Give it a gateway in its own mesh.");
            }
            if (allowed.hosts().isEmpty()) {
                problems.error(
                        ProblemCode.MISSING_KEY,
                        model.origins().of(allowed, "hosts"),
                        "",
                        "The tenant may serve no host here.",
                        "List what it may serve under `hosts`.");
            }
        }

        void use() {
            boolean used = model.tenantsOf(mesh).stream()
                    .flatMap(tenant -> tenant.sharedGateways().stream())
                    .anyMatch(use -> use.gateway().equals(gateway.name()));
            if (!used) {
                problems.info(
                        ProblemCode.GATEWAY_UNUSED,
                        model.origins().of(gateway, "name"),
                        gateway.name(),
                        "No tenant serves a host here yet, so the gateway runs and listens to nobody.",
                        "Nothing to do here; tenants name it under their `sharedGateways`.");
            }
        }
    }
}
