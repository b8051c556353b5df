package dev.tenantmesh.generator.migration;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.stream.Stream;

/** What two platforms must be so that one can become the other. */
final class MoveCheck {

    private final MeshModel model;
    private final Platform from;
    private final Platform to;
    private final Problems problems;

    private MoveCheck(MeshModel model, Platform from, Platform to, Problems problems) {
        this.model = model;
        this.from = from;
        this.to = to;
        this.problems = problems;
    }

    static void check(MeshModel model, Platform from, Platform to, Problems problems) {
        MoveCheck check = new MoveCheck(model, from, to, problems);
        check.product(from, "2.6", from.mesh().version().equals("2.6"));
        check.product(to, "3", to.mesh().version().startsWith("3."));
        check.cluster();
        model.meshes().forEach(check::names);
    }

    private void product(Platform platform, String wanted, boolean isVersion) {
        if (platform.mesh().type() != ServiceMesh.Type.OPENSHIFT_SERVICE_MESH || !isVersion) {
            problems.error(
                    ProblemCode.MOVE_NOT_KNOWN,
                    model.origins().of(platform.mesh(), "version"),
                    platform.mesh().version(),
                    "A move is known from OpenShift Service Mesh 2.6 to 3; platform '" + platform.name()
                            + "' would have to be " + wanted + ".",
                    wanted.equals("3")
                            ? "Name a platform of OpenShift Service Mesh 3 as the one to go to."
                            : "Update to 2.6 first, and name its platform as the one to come from.");
        }
        if (platform.mesh().dataPlane() == DataPlane.AMBIENT) {
            problems.error(
                    ProblemCode.MOVE_NOT_KNOWN,
                    model.origins().of(platform.mesh(), "dataPlane"),
                    "ambient",
                    "The ambient data plane does not run in a cluster that holds OpenShift Service Mesh 2.",
                    "Move with sidecars, and go to ambient when 2.6 is gone.");
        }
    }

    private void cluster() {
        Stream.of(from, to)
                .filter(platform -> !platform.clusters().isEmpty())
                .forEach(platform -> problems.error(
                        ProblemCode.MOVE_BETWEEN_CLUSTERS,
                        model.origins().of(platform, "clusters"),
                        platform.name(),
                        "The platform is several clusters, and a move is of one: control planes of several know each other"
                                + " before and after, and not on the way.",
                        "Move each cluster as a Platform of its own, and join them when all have moved."));
        if (!from.network().equals(to.network())
                || from.distribution().type() != to.distribution().type()) {
            problems.error(
                    ProblemCode.MOVE_BETWEEN_CLUSTERS,
                    model.origins().of(to, "network"),
                    to.name(),
                    "Its network is not that of platform '" + from.name()
                            + "', so that the two are not one cluster before and after a move.",
                    "Write the same `distribution` and `network` in both.");
        }
    }

    private void names(Mesh mesh) {
        String name = mesh.controlPlaneOn(to);
        if (mesh.controlPlane().isGenerated() && name.equals(mesh.controlPlaneOn(from))) {
            problems.error(
                    ProblemCode.MOVE_NEEDS_NAMES,
                    model.origins().of(to.mesh()),
                    name,
                    "The old and the new control plane of mesh '" + mesh.name()
                            + "' stand in one namespace, and both call their Service istiod-" + name + ".",
                    "Give the new one a name of its own: `controlPlanes: [{mesh: " + mesh.name() + ", name: " + name
                            + "-3}]` under `mesh` of platform '" + to.name() + "'.");
        }
        if (!mesh.controlPlane().isGenerated()) {
            problems.error(
                    ProblemCode.MOVE_NOT_KNOWN,
                    model.origins().of(mesh.controlPlane(), "provision"),
                    "existing",
                    "The control plane of mesh '" + mesh.name() + "' is made by somebody else, who has to move it.",
                    "Generate it, or follow the vendor's guide.");
        }
    }
}
