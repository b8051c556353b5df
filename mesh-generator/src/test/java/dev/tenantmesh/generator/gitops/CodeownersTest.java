package dev.tenantmesh.generator.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who approves a change is who owns what it changes. */
class CodeownersTest {

    private static final String PLATFORM = "@example/platform";
    private static final RetailRepository RETAIL = new RetailRepository();

    /** A line: a pattern and its owner; of several that match the last one counts. */
    private record Line(String pattern, String owner) {

        boolean matches(String file) {
            if (pattern.equals("*")) {
                return true;
            }
            String glob = pattern.substring(1) + (pattern.endsWith("/") ? "**" : "");
            return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(file));
        }
    }

    @Test
    void a_tenant_owns_its_document_its_raw_manifests_and_its_namespaces() {
        RETAIL.model().tenants().forEach(tenant -> {
            String owner = "@example/" + tenant.name();
            String document = "src/main/mesh/tenants/" + tenant.name() + ".yaml";

            assertThat(ownerOf(document)).as(document).isEqualTo(owner);
            tenant.manifests()
                    .forEach(path -> assertThat(ownerOf("src/main/mesh/tenants/" + path + "/any.yaml"))
                            .as(path)
                            .isEqualTo(owner));
        });
        RETAIL.folders()
                .forEach(folder -> assertThat(ownerOf(folder + "/any.yaml"))
                        .as(folder)
                        .isEqualTo("@example/"
                                + RETAIL.owners().getOrDefault(RetailRepository.nameOf(folder), "platform")));
    }

    @Test
    void everything_else_is_the_platforms() {
        assertThat(Stream.of(
                                "CODEOWNERS",
                                "pom.xml",
                                "gitops/argocd/projects.yaml",
                                "src/main/mesh/meshes.yaml",
                                "src/main/mesh/platforms/istio.yaml",
                                "src/main/mesh/tenants/new.yaml",
                                "deploy/istio/kustomization.yaml")
                        .map(CodeownersTest::ownerOf))
                .containsOnly(PLATFORM);
    }

    @Test
    void every_path_exists() {
        for (Line line : codeowners()) {
            String path = line.pattern().replaceFirst("^/", "");
            Stream<String> paths = path.contains("/*/")
                    ? RETAIL.model().platforms().stream().map(platform -> path.replace("*", platform.name()))
                    : Stream.of(path.equals("*") ? "" : path);

            assertThat(paths).as(line.pattern()).allMatch(each -> Files.exists(RETAIL.path(each)));
        }
    }

    @Test
    void no_line_stands_twice() {
        Map<String, String> owners = new TreeMap<>();

        codeowners()
                .forEach(line -> assertThat(owners.put(line.pattern(), line.owner()))
                        .as(line.pattern())
                        .isNull());
    }

    @Test
    void generated_files_have_the_same_bytes_everywhere() {
        assertThat(RETAIL.lines(".gitattributes")).contains("deploy/** text eol=lf linguist-generated");
    }

    private static String ownerOf(String file) {
        return codeowners().stream()
                .filter(line -> line.matches(file))
                .reduce((first, last) -> last)
                .orElseThrow()
                .owner();
    }

    private static List<Line> codeowners() {
        return RETAIL.lines("CODEOWNERS").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", -1))
                .map(columns -> new Line(columns[0], columns[1]))
                .toList();
    }
}
