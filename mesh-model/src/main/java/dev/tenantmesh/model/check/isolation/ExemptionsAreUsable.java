package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.platform.Exemption.Place;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.util.List;
import java.util.stream.Stream;

/** An exemption names a value that its setting has, and a place. */
public final class ExemptionsAreUsable implements Rule {

    private static final Place EVERYWHERE = new Place(null, null, null, null, null);

    @Override
    public void check(MeshModel model, Problems problems) {
        Stream.concat(
                        model.platforms().stream().flatMap(platform -> platform.exemptions().stream()),
                        model.meshes().stream().flatMap(mesh -> mesh.exemptions().stream()))
                .forEach(exemption -> check(exemption, model.origins(), problems));
    }

    /** Whether an exemption could exempt something, so that one which does not is worth a word. */
    static boolean isUsable(Exemption exemption) {
        return Spelling.all(values(exemption)).contains(exemption.allow()) && isComplete(exemption.at());
    }

    private static void check(Exemption exemption, Origins origins, Problems problems) {
        List<String> values = Spelling.all(values(exemption));
        if (!values.contains(exemption.allow())) {
            problems.error(
                    ProblemCode.EXEMPTION_INVALID,
                    origins.of(exemption, "allow"),
                    exemption.allow(),
                    "The setting '" + Spelling.of(exemption.rule()) + "' has no such value.",
                    Hint.near(exemption.allow(), values));
        }
        if (exemption.at().equals(EVERYWHERE)) {
            problems.error(
                    ProblemCode.EXEMPTION_INVALID,
                    origins.of(exemption.at()),
                    "",
                    "The exemption names no place and would hold everywhere.",
                    "Name a mesh, tenant, namespace, workload or port.");
        } else if (!isComplete(exemption.at())) {
            problems.error(
                    ProblemCode.EXEMPTION_INVALID,
                    origins.of(exemption.at()),
                    "",
                    "The place is not complete.",
                    "A workload needs its namespace, a port its workload.");
        }
    }

    private static Class<? extends Enum<?>> values(Exemption exemption) {
        return switch (exemption.rule()) {
            case MTLS -> MtlsMode.class;
            case ROUTER -> RouterTraffic.class;
            case POD_SECURITY -> PodSecurity.class;
        };
    }

    private static boolean isComplete(Place at) {
        return !at.equals(EVERYWHERE)
                && (at.workload() == null || at.namespace() != null)
                && (at.port() == null || at.workload() != null);
    }
}
