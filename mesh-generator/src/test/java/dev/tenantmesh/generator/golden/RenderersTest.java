package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tenantmesh.generator.Platforms;
import dev.tenantmesh.generator.SupportedPlatform;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.PlatformPlanner;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Targets;
import dev.tenantmesh.generator.render.Renderer;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No renderer is forgotten: each is listed for a platform, and prints something in some case of each line of products. */
class RenderersTest {

    /** A renderer at work for one line of products, whose versions differ only in what it prints. */
    private record Use(
            ServiceMesh.Type product, Distribution.Type distribution, Membership membership, String renderer) {}

    @Test
    void everyRendererIsListed() {
        Set<String> existing = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(Renderer.class.getPackageName())
                        .stream()
                        .filter(type -> type.isAssignableTo(Renderer.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());

        assertThat(listed().stream().map(Use::renderer)).containsAll(existing);
    }

    @Test
    void everyListedRendererPrintsInSomeCase() {
        Set<Use> printing = GoldenCase.all().stream()
                .map(golden -> golden.rendering().model())
                .flatMap(model -> model.sites().stream().flatMap(site -> printing(site.model(), site.platform())))
                .collect(Collectors.toSet());

        assertThat(printing).containsExactlyInAnyOrderElementsOf(listed());
    }

    private static Set<Use> listed() {
        return Platforms.ALL.stream()
                .flatMap(supported -> supported.renderers().stream().map(renderer -> use(supported, renderer)))
                .collect(Collectors.toSet());
    }

    private static Stream<Use> printing(MeshModel model, Platform platform) {
        Problems problems = new Problems();
        Target target = new Targets(profiles(), model, problems).of(platform).orElseThrow();
        PlatformPlan plan = PlatformPlanner.plan(model, target, problems);
        SupportedPlatform supported = Platforms.ALL.stream()
                .filter(each -> each.profile().equals(target.profile()))
                .findFirst()
                .orElseThrow();
        return supported.renderers().stream()
                .filter(renderer -> !renderer.render(plan).isEmpty())
                .map(renderer -> use(supported, renderer));
    }

    private static List<PlatformProfile> profiles() {
        return Platforms.ALL.stream().map(SupportedPlatform::profile).toList();
    }

    private static Use use(SupportedPlatform supported, Renderer renderer) {
        PlatformProfile profile = supported.profile();
        return new Use(
                profile.type(),
                profile.distribution(),
                profile.membership(),
                renderer.getClass().getSimpleName());
    }
}
