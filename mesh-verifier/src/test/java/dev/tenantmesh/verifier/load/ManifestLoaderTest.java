package dev.tenantmesh.verifier.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestLoaderTest {

    private static final String SHOP = "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n";

    private final Problems problems = new Problems();

    private Manifests read(String text) {
        return ManifestLoader.read("file.yaml", text, problems);
    }

    private List<ProblemCode> codes() {
        return problems.sorted().stream().map(problem -> problem.code()).toList();
    }

    @Test
    void v120_a_key_that_stands_twice_is_an_error_and_its_document_is_left_out() {
        assertThat(read("{apiVersion: v1, kind: Namespace, kind: Pod, metadata: {name: shop}}")
                        .all())
                .isEmpty();
        assertThat(codes()).containsExactly(ProblemCode.DUPLICATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &anchor b",
                "a: &anchor b\nc: *anchor",
                "a: &anchor {b: c}\nd: {<<: *anchor}",
                "a: {<<: {b: c}}",
                "a: !!binary aGVsbG8=",
                "a: !custom b",
                "? [a, b]\n: c"
            })
    void v121_what_readers_understand_in_two_ways_is_refused(String text) {
        read("kind: X\nmetadata: {name: x}\n" + text);
        assertThat(codes()).isNotEmpty().containsOnly(ProblemCode.UNSAFE_YAML);
    }

    @Test
    void v122_streams_lists_and_empty_documents() {
        // Given
        String text = "# only a comment\n---\n" + SHOP + "---\n---\n"
                + "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: stock}}\n"
                + "---\napiVersion: v1\nkind: NamespaceList\nitems:\n- metadata: {name: web}\n";

        // When
        Manifests manifests = read(text);

        // Then
        assertThat(manifests.all()).extracting(Manifest::name).containsExactly("shop", "stock", "web");
        assertThat(manifests.all()).extracting(Manifest::kind).containsOnly("Namespace");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void v123_an_object_that_stands_twice_is_an_error_unless_both_say_the_same() {
        // When
        read(SHOP + "---\n" + SHOP);
        read(SHOP + "---\n" + SHOP.replace("{name: shop}", "{name: shop, labels: {a: b}}"));

        // Then
        assertThat(problems.sorted()).hasSize(2).allMatch(problem -> problem.code() == ProblemCode.DUPLICATE_OBJECT);
        assertThat(problems.hasErrors()).isTrue();
    }

    @Test
    void v125_where_a_default_is_given_a_missing_namespace_is_that() {
        // Given
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: a}}";

        // Then
        assertThat(read(pod).all()).isEmpty();
        assertThat(codes()).containsExactly(ProblemCode.NO_NAMESPACE);
    }

    @Test
    void v126_what_is_too_deep_or_too_much_is_refused_with_the_limit(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("deep.yaml"), "a: " + "[".repeat(200) + "]".repeat(200));
        Files.writeString(folder.resolve("large.yaml"), "a: " + "b".repeat(20_000));
        Files.writeString(folder.resolve("many.yaml"), SHOP.concat("---\n").repeat(20));

        // When
        ManifestLoader.load(List.of(folder), new LoadOptions(Path.of(""), "", 10, 10_000, 10, 50), problems);

        // Then
        assertThat(problems.sorted())
                .filteredOn(problem -> problem.code() == ProblemCode.LIMIT_EXCEEDED)
                .extracting(problem ->
                        Path.of(problem.origin().source()).getFileName().toString())
                .containsExactly("deep.yaml", "large.yaml", "many.yaml");
    }

    @Test
    void v127_two_versions_of_one_kind_are_one_object() {
        // Given
        String policy =
                "{apiVersion: security.istio.io/%s, kind: PeerAuthentication, metadata: {name: a, namespace: b}}";

        // When
        Manifests manifests = read(policy.formatted("v1") + "\n---\n" + policy.formatted("v1beta1"));

        // Then
        assertThat(manifests.all()).hasSize(1);
    }

    @Test
    void v129_a_byte_order_mark_and_line_ends_of_windows_are_taken_and_a_nul_is_not(@TempDir Path folder)
            throws IOException {
        // Given
        Files.writeString(
                folder.resolve("bom.yaml"), "\uFEFFapiVersion: v1\r\nkind: Namespace\r\nmetadata:\r\n  name: shop\r\n");
        Files.writeString(folder.resolve("nul.yaml"), "kind: \u0000");
        Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});

        // When
        Manifests manifests = ManifestLoader.load(List.of(folder), LoadOptions.DEFAULT, problems);

        // Then
        assertThat(manifests.all()).extracting(Manifest::name).containsExactly("shop");
        assertThat(codes()).containsExactlyInAnyOrder(ProblemCode.YAML_SYNTAX, ProblemCode.UNREADABLE_FILE);
    }

    @Test
    void json_with_tabs_is_read_and_keeps_its_places() {
        // When
        Manifests manifests = read(
                "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Namespace\",\n\t\"metadata\": {\"name\": \"shop\"}\n}\n");

        // Then
        assertThat(manifests.all()).hasSize(1);
        assertThat(manifests.all().get(0).body().originOf("kind")).isEqualTo(new Origin("file.yaml", 3, 2));
    }

    @Test
    void files_and_folders_may_be_named_in_any_order(@TempDir Path folder) throws IOException {
        // Given
        Path one = Files.writeString(folder.resolve("one.yaml"), SHOP);
        Path two = Files.writeString(folder.resolve("two.yml"), SHOP.replace("shop", "stock"));
        Files.writeString(folder.resolve("notes.txt"), "kind: nothing");

        // Then
        assertThat(ManifestLoader.load(List.of(two, one), LoadOptions.DEFAULT, problems)
                        .all())
                .isEqualTo(ManifestLoader.load(List.of(folder), LoadOptions.DEFAULT, problems)
                        .all());
        assertThat(ManifestLoader.load(List.of(folder.resolve("none")), LoadOptions.DEFAULT, problems)
                        .all())
                .isEmpty();
        assertThat(codes()).containsExactly(ProblemCode.UNREADABLE_FILE);
    }

    @Test
    void patches_of_a_kustomize_component_are_no_objects(@TempDir Path folder) throws IOException {
        // Given
        Path component = Files.createDirectories(folder.resolve("component"));
        Files.writeString(
                component.resolve("kustomization.yaml"),
                "{apiVersion: kustomize.config.k8s.io/v1alpha1, kind: Component, patches: [{path: p/deny.yaml}]}");
        Files.writeString(Files.createDirectories(component.resolve("p")).resolve("deny.yaml"), SHOP);
        Files.writeString(folder.resolve("kustomization.yaml"), "{resources: [stock.yaml]}");
        Files.writeString(folder.resolve("stock.yaml"), SHOP.replace("shop", "stock"));

        // When
        Manifests manifests = ManifestLoader.load(List.of(folder), LoadOptions.DEFAULT, problems);

        // Then
        assertThat(manifests.all()).extracting(Manifest::name).containsExactly("stock");
        assertThat(problems.sorted().toString()).contains("component: MESH0401");
    }

    @Test
    void components_are_told_of_once_and_values_of_charts_not_at_all(@TempDir Path folder) throws IOException {
        // Given
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(
                    Files.createDirectories(folder.resolve(name)).resolve("kustomization.yaml"),
                    "{apiVersion: kustomize.config.k8s.io/v1alpha1, kind: Component}");
        }
        Files.writeString(folder.resolve("istiod.values.yaml"), "{meshConfig: {}}");
        Files.writeString(folder.resolve("settings.yaml"), "{a: b}");

        // When
        ManifestLoader.load(List.of(folder), LoadOptions.DEFAULT, problems);

        // Then
        assertThat(problems.sorted()).hasSize(2);
        assertThat(problems.sorted().toString())
                .contains("a: MESH0401", "its folder is not read, nor are those of 2 more.", "settings.yaml:1:1");
    }

    @Test
    void files_in_memory_are_read_like_files_of_a_disk() {
        // Given
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("deploy/a.yaml", bytes("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}}"));
        files.put("deploy/notes.txt", bytes("no manifest"));
        files.put(
                "deploy/part/kustomization.yaml",
                bytes("{apiVersion: kustomize.config.k8s.io/v1alpha1, kind: Component}"));
        files.put("deploy/part/b.yaml", bytes("{apiVersion: v1, kind: Pod, metadata: {name: b, namespace: shop}}"));
        Problems found = new Problems();

        // When
        Manifests manifests = ManifestLoader.load(files, "HEAD:", LoadOptions.DEFAULT, found);

        // Then
        assertThat(manifests.all())
                .singleElement()
                .satisfies(pod -> assertThat(pod.origin().source()).isEqualTo("HEAD:deploy/a.yaml"));
        assertThat(found.sorted())
                .singleElement()
                .satisfies(left ->
                        assertThat(left.toString()).contains("HEAD:deploy/part").contains("component"));
    }

    @Test
    void a_file_in_memory_may_be_no_larger_than_one_on_a_disk() {
        // Given
        LoadOptions small = new LoadOptions(Path.of(""), "", 10, 20, 10, 10);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("deploy/a.yaml", bytes("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}}"));
        Problems found = new Problems();

        // When
        ManifestLoader.load(files, "HEAD:", small, found);

        // Then
        assertThat(found.sorted().toString()).contains("HEAD:deploy/a.yaml").contains("more than 20 bytes");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
