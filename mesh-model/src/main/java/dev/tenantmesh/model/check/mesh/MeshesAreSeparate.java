package dev.tenantmesh.model.check.mesh;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.Origins;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Meshes share no trust domain, no control plane namespace or name, and no edge crosses from one into another. */
public final class MeshesAreSeparate implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Origins origins = model.origins();
        Map<String, Origin> seen = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Mesh mesh : model.meshes()) {
            if (!names.add(mesh.name())) {
                continue; // the same mesh twice, which another rule reports
            }
            claim(seen, "trust domain", mesh.trustDomain(), origins.of(mesh, "trustDomain"), problems);
            claim(
                    seen,
                    "control plane namespace",
                    mesh.controlPlane().namespace(),
                    origins.of(mesh.controlPlane(), "namespace"),
                    problems);
            claim(
                    seen,
                    "control plane name",
                    mesh.controlPlane().name(),
                    origins.of(mesh.controlPlane(), "name"),
                    problems);
        }
        model.tenants().forEach(tenant -> checkEdges(model, tenant, problems));
    }

    private static void claim(Map<String, Origin> seen, String what, String value, Origin origin, Problems problems) {
        Origin taken = seen.putIfAbsent(what + " " + value, origin);
        if (taken != null) {
            problems.error(
                    ProblemCode.MESHES_MIXED,
                    origin,
                    value,
                    "Another mesh has the same " + what + ", at " + taken + ".",
                    "Give each mesh a " + what + " of its own.");
        }
    }

    private static void checkEdges(MeshModel model, Tenant tenant, Problems problems) {
        tenant.calls()
                .forEach(call -> checkEdge(
                        model, tenant, call.to().tenant(), model.origins().of(call.to(), "tenant"), problems));
        tenant.namespaces().stream()
                .flatMap(namespace -> namespace.workloads().stream())
                .flatMap(workload -> workload.allowFrom().stream())
                .forEach(from ->
                        checkEdge(model, tenant, from.tenant(), model.origins().of(from, "tenant"), problems));
    }

    private static void checkEdge(
            MeshModel model, Tenant tenant, @Nullable String other, Origin origin, Problems problems) {
        Tenant far = other == null ? null : model.tenant(other).orElse(null);
        if (far != null && !far.mesh().equals(tenant.mesh()) && isKnown(far, model) && isKnown(tenant, model)) {
            problems.error(
                    ProblemCode.CROSS_MESH,
                    origin,
                    far.name(),
                    "Tenant '" + far.name() + "' lives in mesh '" + far.mesh() + "', tenant '" + tenant.name()
                            + "' in '" + tenant.mesh() + "'; meshes do not trust each other.",
                    "Expose the service at a gateway, or move one tenant to the other's mesh.");
        }
    }

    /** Where the mesh of a tenant is misspelled, that has been reported. */
    private static boolean isKnown(Tenant tenant, MeshModel model) {
        return model.mesh(tenant.mesh()).isPresent();
    }
}
