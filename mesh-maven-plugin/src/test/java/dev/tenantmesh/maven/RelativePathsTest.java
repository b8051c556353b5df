package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class RelativePathsTest {

    private final RelativePaths paths = new RelativePaths(Path.of("/home/me/shop"));

    @Test
    void leavesOutTheBaseDirectory() {
        assertThat(paths.shown(Path.of("/home/me/shop/deploy/istio"))).isEqualTo("deploy/istio");
        assertThat(paths.shown(Path.of("/home/me/other"))).isEqualTo("/home/me/other");
        assertThat(paths.shown(Path.of("/home/me/shop"))).isEqualTo("/home/me/shop");
    }

    @Test
    void leavesItOutOfSentencesButNotOutOfLongerPaths() {
        Problem problem = new Problem(
                ProblemCode.SELECTOR_OVERLAP,
                Severity.ERROR,
                new Origin("/home/me/shop/a.yaml", 3, 4),
                "x",
                "See also /home/me/shop/b.yaml:1:2 and /backup/home/me/shop/c.yaml.",
                "Rename it.");

        assertThat(paths.relative(problem).toString())
                .isEqualTo("a.yaml:3:4: MESH0145 'x': See also b.yaml:1:2 and /backup/home/me/shop/c.yaml. Rename it.");
    }

    @Test
    void standsTheRootOfAFileSystem() {
        assertThat(new RelativePaths(Path.of("/")).shown(Path.of("/model"))).isEqualTo("model");
    }
}
