package dev.tenantmesh.model.migration;

import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.mesh.Shadow;
import java.util.List;

/** The steps that a mesh can take out of its shadow: enforce one namespace after the other, in any order. */
public final class ShadowSteps {

    private ShadowSteps() {}

    /** Every step that can be next; none of a mesh that is enforced. */
    public static List<ShadowStep> next(Mesh mesh) {
        Shadow shadow = mesh.shadow();
        return shadow == null
                ? List.of()
                : shadow.namespaces().stream()
                        .sorted()
                        .map(namespace -> enforce(mesh, shadow, namespace))
                        .toList();
    }

    private static ShadowStep enforce(Mesh mesh, Shadow shadow, String namespace) {
        List<String> left = shadow.namespaces().stream()
                .filter(other -> !other.equals(namespace))
                .toList();
        Shadow next = left.isEmpty()
                ? null
                : new Shadow(shadow.platforms(), left, shadow.owner(), shadow.reason(), shadow.expires());
        String edit = "Mesh " + mesh.name() + ": "
                + (left.isEmpty()
                        ? "remove `shadow`."
                        : "write `namespaces: [" + String.join(", ", left) + "]` under `shadow`.");
        return new ShadowStep(
                mesh.name() + "-enforce-" + namespace,
                namespace,
                edit,
                MeshBuilder.builder(mesh).shadow(next).build());
    }
}
