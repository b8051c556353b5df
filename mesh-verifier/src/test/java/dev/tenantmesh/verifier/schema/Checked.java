package dev.tenantmesh.verifier.schema;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is said of manifests, by definitions written in a test or those of a platform. */
final class Checked {

    private static final Map<List<String>, SchemaChecks> OF_PLATFORMS = new ConcurrentHashMap<>();

    private Checked() {}

    /** By a definition of the kind Cache of shop.example/v1 whose spec has this schema, in flow style. */
    static List<String> bySpec(String schema, String spec) {
        Problems problems = new Problems();
        Manifests definitions = ManifestLoader.read("crds.yaml", """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: caches.shop.example}
                spec:
                  group: shop.example
                  scope: Namespaced
                  names: {kind: Cache, plural: caches}
                  versions:
                    - name: v1
                      served: true
                      schema: {openAPIV3Schema: {type: object, properties: {spec: %s}}}
                    - {name: v1beta1, served: false, schema: {openAPIV3Schema: {type: object}}}
                """.formatted(schema), problems);
        SchemaChecks checks = SchemaChecks.of(definitions, problems);
        return said(checks, """
                apiVersion: shop.example/v1
                kind: Cache
                metadata: {name: front, namespace: shop}
                spec: %s
                """.formatted(spec), problems);
    }

    /** What is said of a text. */
    static List<String> said(SchemaChecks checks, String manifests, Problems problems) {
        checks.check(ManifestLoader.read("a.yaml", manifests, problems), problems);
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    /** By the definitions in some folders of -Dmesh.crds; without it the calling test is skipped. */
    static SchemaChecks byFolders(String... folders) {
        String crds = System.getProperty("mesh.crds", "");
        assumeFalse(crds.isEmpty(), "-Dmesh.crds is not given");
        return OF_PLATFORMS.computeIfAbsent(List.of(folders), names -> {
            Problems problems = new Problems();
            List<Path> paths =
                    Stream.of(folders).map(folder -> Path.of(crds, folder)).toList();
            SchemaChecks checks = SchemaChecks.of(ManifestLoader.load(paths, LoadOptions.DEFAULT, problems), problems);
            if (!problems.isEmpty()) {
                throw new AssertionError(problems.sorted().toString());
            }
            return checks;
        });
    }
}
