package dev.tenantmesh.generator;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.MeshPlanner;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Targets;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Turns a model into the manifests of all its platforms. Pure: same model, same manifests. */
public final class MeshGenerator {

    private MeshGenerator() {}

    /**
     * The manifests of every platform.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if a platform cannot hold what the model asks for
     */
    public static ManifestSet render(MeshModel model) {
        return render(model, new Problems());
    }

    /**
     * The manifests of every platform; also tells what the user should know.
     *
     * @param findings gets warnings and information
     * @throws dev.tenantmesh.model.problem.ProblemsException if a platform cannot hold what the model asks for
     */
    public static ManifestSet render(MeshModel model, Problems findings) {
        Problems problems = new Problems();
        List<Rendered> rendered = model.platforms().stream()
                .flatMap(platform -> render(platform, model, problems).stream())
                .toList();
        problems.throwIfErrors();
        findings.addAll(problems);
        return ManifestSet.of(rendered);
    }

    private static List<Rendered> render(Platform platform, MeshModel model, Problems problems) {
        Optional<Target> target = Targets.of(platform, model, problems);
        return target.map(known -> {
                    List<MeshPlan> meshes = model.meshes().stream()
                            .map(mesh -> MeshPlanner.plan(model, known, mesh, problems))
                            .toList();
                    PlatformPlan plan = new PlatformPlan(platform.name(), meshes);
                    return known.profile().renderers().stream()
                            .flatMap(renderer -> renderer.render(plan).stream())
                            .toList();
                })
                .orElse(List.of());
    }
}
