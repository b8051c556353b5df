package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tenantmesh.generator.Platforms;
import dev.tenantmesh.generator.SupportedPlatform;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.MeshPlanner;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Targets;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No renderer is forgotten: each is in a profile, and in each profile some case makes it print something. */
class RenderersTest {

    private final SortedSet<String> listed = new TreeSet<>();
    private final SortedSet<String> idle = new TreeSet<>();

    @Test
    void everyRendererIsListedAndPrintsInSomeCase() {
        SortedSet<String> printed = new TreeSet<>();
        for (GoldenCase golden : GoldenCase.all()) {
            MeshModel model = golden.rendering().model();
            model.platforms().forEach(platform -> run(model, platform, printed));
        }

        assertThat(listed.stream()
                        .map(use -> use.substring(use.indexOf(' ') + 1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(existing());
        idle.addAll(listed);
        idle.removeAll(printed);
        assertThat(idle).isEmpty();
    }

    private void run(MeshModel model, Platform platform, Set<String> printed) {
        Problems problems = new Problems();
        List<PlatformProfile> profiles =
                Platforms.ALL.stream().map(SupportedPlatform::profile).toList();
        Target target = new Targets(profiles, model, problems).of(platform).orElseThrow();
        List<MeshPlan> meshes = model.meshes().stream()
                .map(mesh -> MeshPlanner.plan(model, target, mesh, problems))
                .toList();
        PlatformPlan plan = new PlatformPlan(platform.name(), meshes);
        for (Renderer renderer : renderers(target)) {
            String use = platform.mesh().type() + "-" + platform.mesh().version() + " "
                    + renderer.getClass().getSimpleName();
            listed.add(use);
            if (!renderer.render(plan).isEmpty()) {
                printed.add(use);
            }
        }
    }

    private static List<Renderer> renderers(Target target) {
        return Platforms.ALL.stream()
                .filter(supported -> supported.profile().equals(target.profile()))
                .flatMap(supported -> supported.renderers().stream())
                .toList();
    }

    private static Set<String> existing() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.tenantmesh.generator.render")
                        .stream()
                        .filter(type -> type.isAssignableTo(Renderer.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
    }
}
