package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tenantmesh.generator.MeshExport;
import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestFile;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MeshYaml;
import dev.tenantmesh.model.ModelSources;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever renders one tenant from its own document, the platform's documents and the Exports of the others, gets that
 * tenant's files of the central build, byte by byte: every case, every tenant, every platform.
 */
class AppBuildTest {

    @TempDir
    static Path scratch;

    @TestFactory
    Stream<DynamicTest> fromExportsTheSameBytes() {
        return forEachTenant((golden, tenant) -> assertSame(golden, tenant, fromExports(golden, tenant)));
    }

    @TestFactory
    Stream<DynamicTest> fromAllDocumentsTheSameBytes() {
        return forEachTenant((golden, tenant) ->
                assertSame(golden, tenant, ModelSources.of(golden.mesh()).onlyFor(tenant.name())));
    }

    /** What is unknown of others leads to no problem that the central build does not have, too. */
    @TestFactory
    Stream<DynamicTest> noFurtherFindings() {
        return forEachTenant((golden, tenant) -> {
            Set<String> central = findings(golden.rendering().model());

            assertThat(findings(MeshModel.read(fromExports(golden, tenant)))).isSubsetOf(central);
        });
    }

    @TestFactory
    Stream<DynamicTest> anExportOfAnExportIsTheSame() {
        return GoldenCase.forEach(golden -> {
            Map<String, String> exported =
                    texts(MeshExport.of(golden.rendering().model()));
            Path folder = scratch.resolve("again").resolve(golden.name());
            Map<String, String> documents = new TreeMap<>(exported);
            golden.rendering().model().meshes().stream()
                    .flatMap(mesh -> mesh.manifests().stream())
                    .forEach(path -> documents.put(
                            "meshes/" + path, TextFolder.text(golden.mesh().resolve(path))));
            TextFolder.write(folder, documents);

            assertThat(texts(MeshExport.of(MeshModel.read(folder)))).isEqualTo(exported);
        });
    }

    private interface Assertion {
        void of(GoldenCase golden, Tenant tenant) throws IOException;
    }

    private static Stream<DynamicTest> forEachTenant(Assertion assertion) {
        return GoldenCase.all().stream()
                .flatMap(golden -> golden.rendering().model().tenants().stream()
                        .map(tenant ->
                                dynamicTest(golden.name() + " " + tenant.name(), () -> assertion.of(golden, tenant))));
    }

    private static ModelSources fromExports(GoldenCase golden, Tenant tenant) {
        Path folder = scratch.resolve(golden.name()).resolve(tenant.name());
        Map<String, String> exported = texts(MeshExport.of(golden.rendering().model()));
        exported.remove("exports/" + tenant.name() + ".yaml");
        try {
            TextFolder.write(folder.resolve("classes/acme-mesh"), exported);
            TextFolder.write(folder.resolve("app"), own(golden.mesh(), tenant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ModelSources.of(folder.resolve("app"))
                .importing(List.of(folder.resolve("classes")), List.of("classpath:acme-mesh/"))
                .onlyFor(tenant.name());
    }

    /** The tenant's document, and the raw manifests that it names in the same places beside it. */
    private static Map<String, String> own(Path model, Tenant tenant) {
        Map<String, String> own = new TreeMap<>(TextFolder.read(model));
        own.keySet()
                .removeIf(file -> tenant.manifests().stream()
                        .map(path -> Path.of("tenants").resolve(path).normalize())
                        .noneMatch(path -> Path.of(file).startsWith(path)));
        own.put("tenants/" + tenant.name() + ".yaml", MeshYaml.write(tenant));
        return own;
    }

    /** Names that remote clusters hold for namespaces of their primary are the platform's. */
    private static Set<String> held(GoldenCase golden) {
        return golden.rendering().model().sites().stream()
                .flatMap(site -> site.model().placement().stream()
                        .flatMap(where -> site.model().meshes().stream().flatMap(mesh -> where.reserved(mesh).stream()))
                        .map(namespace -> site.name() + "/" + namespace))
                .collect(Collectors.toSet());
    }

    private static void assertSame(GoldenCase golden, Tenant tenant, ModelSources sources) {
        Set<String> namespaces =
                tenant.namespaces().stream().map(TenantNamespace::name).collect(Collectors.toSet());
        Map<String, String> central = golden.rendering().texts();
        Set<String> held = held(golden);
        central.keySet()
                .removeIf(path -> isOfPlatform(golden, path)
                        || held.stream().anyMatch(folder -> path.startsWith(folder + "/"))
                        || (!namespaces.contains(folder(path)) && !isComponentOf(tenant, path)));

        Map<String, String> alone = texts(MeshGenerator.render(MeshModel.read(sources)));
        Map<String, String> lists = new TreeMap<>(alone);
        lists.keySet().removeIf(path -> !isOfPlatform(golden, path));
        alone.keySet().removeAll(lists.keySet());

        assertThat(TextDifference.between(central, alone)).isEmpty();
        lists.forEach((path, text) -> {
            assertThat(path).endsWith("/kustomization.yaml");
            assertThat(text.lines().filter(line -> line.strip().startsWith("- ")))
                    .hasSameSizeAs(alone.keySet().stream()
                            .filter(file -> file.startsWith(path.substring(0, path.lastIndexOf('/') + 1))
                                    && !file.contains("/_components/"))
                            .map(AppBuildTest::folder)
                            .distinct()
                            .toList());
        });
    }

    private static Set<String> findings(MeshModel model) {
        Problems findings = new Problems();
        findings.addAll(model.findings());
        MeshGenerator.render(model, findings);
        return findings.sorted().stream().map(AppBuildTest::withoutPlace).collect(Collectors.toSet());
    }

    private static String withoutPlace(Problem problem) {
        return problem.severity() + " " + problem.code() + " " + problem.written();
    }

    /** A file in the folder of a platform itself, or of one of its clusters. */
    private static boolean isOfPlatform(GoldenCase golden, String path) {
        return golden.rendering().model().sites().stream()
                .anyMatch(site -> path.substring(0, path.lastIndexOf('/'))
                        .equals(site.platform().name()));
    }

    private static boolean isComponentOf(Tenant tenant, String path) {
        return path.contains("/_components/" + tenant.name() + "/");
    }

    private static Map<String, String> texts(ManifestSet set) {
        Map<String, String> texts = new TreeMap<>();
        for (ManifestFile file : set.files().values()) {
            texts.put(file.path(), file.text());
        }
        return texts;
    }

    /** The name of the folder that holds a file. */
    private static String folder(String path) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
