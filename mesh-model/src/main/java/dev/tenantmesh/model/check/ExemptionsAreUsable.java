package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.platform.Exemption.Place;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.util.stream.Stream;

/** An exemption names a value that its setting has, and a place. */
final class ExemptionsAreUsable implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Stream.concat(
                        model.platforms().stream().flatMap(platform -> platform.exemptions().stream()),
                        model.meshes().stream().flatMap(mesh -> mesh.exemptions().stream()))
                .forEach(exemption -> check(exemption, model.origins(), problems));
    }

    private static void check(Exemption exemption, Origins origins, Problems problems) {
        Class<? extends Enum<?>> values = switch (exemption.rule()) {
            case MTLS -> MtlsMode.class;
            case ROUTER -> RouterTraffic.class;
            case POD_SECURITY -> PodSecurity.class;
        };
        if (!Spelling.all(values).contains(exemption.allow())) {
            problems.error(
                    ProblemCode.EXEMPTION_INVALID,
                    origins.of(exemption, "allow"),
                    exemption.allow(),
                    "The setting '" + Spelling.of(exemption.rule()) + "' has no such value.",
                    Hint.near(exemption.allow(), Spelling.all(values)));
        }
        Place at = exemption.at();
        if (at.equals(new Place(null, null, null, null, null))) {
            problems.error(
                    ProblemCode.EXEMPTION_INVALID,
                    origins.of(at),
                    "",
                    "The exemption names no place and would hold everywhere.",
                    "Name a mesh, tenant, namespace, workload or port.");
        }
        if ((at.workload() != null && at.namespace() == null) || (at.port() != null && at.workload() == null)) {
            problems.error(
                    ProblemCode.EXEMPTION_INVALID,
                    origins.of(at),
                    "",
                    "The place is not complete.",
                    "A workload needs its namespace, a port its workload.");
        }
    }
}
