package dev.tenantmesh.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.Progress;
import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.plan.network.Opening;
import dev.tenantmesh.generator.plan.network.PortRange;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.spi.Additions;
import dev.tenantmesh.generator.spi.ExtraObject;
import dev.tenantmesh.generator.spi.ExtraPlanner;
import dev.tenantmesh.generator.spi.ExtraRenderer;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExtensionsTest {

    private static final MeshModel MODEL = MeshModel.read(Path.of("src/test/resources/cases/monitoring-absent/mesh"));

    private final Problems findings = new Problems();

    /** A renderer of one object. */
    private record Printing(String name, Function<PlatformPlan, List<ExtraObject>> prints) implements ExtraRenderer {
        @Override
        public List<ExtraObject> render(PlatformPlan plan) {
            return prints.apply(plan);
        }
    }

    /** A planner of some policies. */
    private record Planning(String name, @Nullable List<NetworkPolicyPlan> policies) implements ExtraPlanner {
        @Override
        public Additions plan(MeshModel model, Target target, MeshPlan plan) {
            return Additions.ofNetwork(Objects.requireNonNull(policies));
        }
    }

    @Test
    void what_is_added_looks_like_everything_else() {
        ManifestSet set = render(List.of(), List.of(printing("notes", configMap(heading("notes", "notes")))));

        String text = set.files().values().stream()
                .filter(file -> file.path().endsWith("/shop/configmap-notes.yaml"))
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(text)
                .contains(
                        "app.kubernetes.io/managed-by: tenant-mesh",
                        "tenantmesh.dev/reason: \"for a test\"",
                        "mine: kept")
                .contains("extension/notes")
                .doesNotContain("forged");
        assertThat(findings.sorted())
                .filteredOn(problem -> problem.code() == ProblemCode.EXTENSION_ADDS)
                .singleElement()
                .asString()
                .contains("'notes': An extension, the class " + Printing.class.getName());
    }

    @Test
    void what_is_planned_beside_is_printed_by_our_own_renderers() {
        NetworkPolicyPlan policy = NetworkPolicyPlan.ingress(
                heading("scan", "scanner"),
                Map.of(),
                List.of(Opening.of(
                        List.of(new Peer.Named("scanners", Map.of("app", "scan"))),
                        List.of(PortRange.tcp(9000)),
                        "scan")));

        ManifestSet set = render(List.of(new Planning("scan", List.of(policy))), List.of());

        assertThat(set.files().keySet()).anyMatch(path -> path.endsWith("/shop/networkpolicy-scanner.yaml"));
    }

    @Test
    void nothing_can_be_replaced() {
        Heading ours = heading("thief", "default-deny");
        HasMetadata policy = new NetworkPolicyBuilder()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .endSpec()
                .build();

        assertThat(refusal(List.of(), List.of(printing("thief", new ExtraObject(ours, policy)))))
                .contains(ProblemCode.EXTENSION_TAKES);
        assertThat(refusal(List.of(new Planning("thief", List.of(NetworkPolicyPlan.defaultDeny(ours)))), List.of()))
                .contains(ProblemCode.EXTENSION_TAKES);
        assertThat(refusal(
                        List.of(),
                        List.of(
                                printing("one", configMap(heading("one", "notes"))),
                                printing("two", configMap(heading("two", "notes"))))))
                .contains(ProblemCode.EXTENSION_TAKES);
    }

    @Test
    void what_fails_is_named_and_the_others_are_told_as_well() {
        ExtraRenderer failing = new Printing("failing", plan -> {
            throw new IllegalStateException("no luck");
        });
        ExtraRenderer silent = new Printing("silent", plan -> Collections.singletonList(null));

        assertThat(refusal(List.of(new Planning("nobody", null)), List.of(failing, silent)))
                .filteredOn(code -> code == ProblemCode.EXTENSION_FAILED)
                .hasSize(3);
    }

    @Test
    void what_is_added_says_where_it_comes_from_and_why() {
        Heading foreign = new Heading("shop", "notes", "main", "shop", "tenant/shop", "for a test");
        Heading silent = new Heading("shop", "notes", "main", "shop", "extension/notes", " ");

        assertThat(refusal(List.of(), List.of(printing("notes", configMap(foreign)))))
                .contains(ProblemCode.EXTENSION_INCOMPLETE);
        assertThat(refusal(List.of(), List.of(printing("notes", configMap(silent)))))
                .contains(ProblemCode.EXTENSION_INCOMPLETE);
    }

    @Test
    void names_tell_extensions_apart() {
        assertThat(refusal(List.of(), List.of(printing("Not A Name", configMap(heading("a", "a"))))))
                .contains(ProblemCode.EXTENSION_INCOMPLETE);
        assertThat(refusal(
                        List.of(),
                        List.of(
                                printing("same", configMap(heading("same", "a"))),
                                printing("same", configMap(heading("same", "b"))))))
                .contains(ProblemCode.EXTENSION_INCOMPLETE);
    }

    @Test
    void what_is_added_is_as_safe_as_our_own() {
        HasMetadata open = new NetworkPolicyBuilder()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .addNewIngress()
                .endIngress()
                .withPolicyTypes("Ingress")
                .endSpec()
                .build();

        assertThat(refusal(List.of(), List.of(printing("open", new ExtraObject(heading("open", "open"), open)))))
                .isNotEmpty();
        assertThat(refusal(List.of(), List.of(printing("up", configMap(heading("up", "../../up"))))))
                .contains(ProblemCode.UNSAFE_MANIFEST_NAME);
    }

    @Test
    void the_order_on_the_class_path_has_no_effect() {
        ExtraRenderer one = printing("one", configMap(heading("one", "one")));
        ExtraRenderer two = printing("two", configMap(heading("two", "two")));

        assertThat(render(List.of(), List.of(one, two)).files())
                .isEqualTo(render(List.of(), List.of(two, one)).files());
    }

    private static Heading heading(String extension, String name) {
        return new Heading("shop", name, "main", "shop", "extension/" + extension, "for a test");
    }

    private static ExtraRenderer printing(String name, ExtraObject object) {
        return new Printing(name, plan -> List.of(object));
    }

    private static ExtraObject configMap(Heading heading) {
        return new ExtraObject(
                heading,
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .addToLabels(Map.of("mine", "kept", "tenantmesh.dev/tenant", "forged"))
                        .endMetadata()
                        .withData(Map.of("text", "hello"))
                        .build());
    }

    private ManifestSet render(List<ExtraPlanner> planners, List<ExtraRenderer> renderers) {
        Problems problems = new Problems();
        Extensions extensions = Extensions.of(planners, renderers, problems);
        return MeshGenerator.render(MODEL, extensions, problems, findings, Progress.SILENT);
    }

    private List<ProblemCode> refusal(List<ExtraPlanner> planners, List<ExtraRenderer> renderers) {
        ProblemsException refused = catchThrowableOfType(ProblemsException.class, () -> render(planners, renderers));
        assertThat(refused).as("nothing is refused").isNotNull();
        return refused.problems().sorted().stream().map(Problem::code).toList();
    }
}
