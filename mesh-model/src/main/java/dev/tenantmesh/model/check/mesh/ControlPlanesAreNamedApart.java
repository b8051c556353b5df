package dev.tenantmesh.model.check.mesh;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.ServiceMesh.Named;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A platform names control planes of meshes that there are, each once, and no two of them alike. */
public final class ControlPlanesAreNamedApart implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        List<String> meshes = model.meshes().stream().map(Mesh::name).toList();
        for (Platform platform : model.platforms()) {
            Set<String> seen = new HashSet<>();
            for (Named named : platform.mesh().controlPlanes()) {
                boolean isKnown = meshes.contains(named.mesh());
                if (!isKnown || !seen.add(named.mesh())) {
                    problems.error(
                            ProblemCode.CONTROL_PLANE_NAME,
                            model.origins().of(named, "mesh"),
                            named.mesh(),
                            isKnown ? "The mesh is named twice." : "There is no mesh of this name.",
                            isKnown ? "Name it once." : Hint.near(named.mesh(), meshes));
                }
            }
            checkNames(platform, model, problems);
        }
    }

    private static void checkNames(Platform platform, MeshModel model, Problems problems) {
        Map<String, String> owners = new HashMap<>();
        for (Mesh mesh : model.meshes()) {
            String name = mesh.controlPlaneOn(platform);
            String other = owners.putIfAbsent(name, mesh.name());
            boolean written = !name.equals(mesh.controlPlane().name());
            if (other != null && !other.equals(mesh.name()) && (written || isNamed(platform, other))) {
                problems.error(
                        ProblemCode.CONTROL_PLANE_NAME,
                        model.origins().of(platform.mesh(), "controlPlanes"),
                        name,
                        "On platform '" + platform.name() + "' the control planes of meshes '" + other + "' and '"
                                + mesh.name() + "' would have this name.",
                        "Give each a name of its own.");
            }
        }
    }

    private static boolean isNamed(Platform platform, String mesh) {
        return platform.mesh().controlPlanes().stream()
                .anyMatch(named -> named.mesh().equals(mesh));
    }
}
