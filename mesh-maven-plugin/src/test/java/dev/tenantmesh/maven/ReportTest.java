package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report(Path.of("").toAbsolutePath(), false);

    @Test
    void tellsABrokenDiskFromABrokenModel() {
        report.problems().error(ProblemCode.WRITE_FAILED, Origin.ofFile("deploy"), "", "No space.", "Make room.");

        assertThatThrownBy(() -> report.conclude(new RecordingLog()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The output folder cannot be read or written; see docs/problems/MESH0311.md");
    }

    @Test
    void namesAtMostFivePages() {
        ProblemCode[] codes = ProblemCode.values();
        for (int i = 0; i < 7; i++) {
            report.problems().error(codes[i], Origin.ofFile("a.yaml"), "", "Wrong.", "Right it.");
        }

        assertThatThrownBy(() -> report.conclude(new RecordingLog()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("7 problems in the mesh model; nothing was written. See docs/problems/MESH0101.md,"
                        + " MESH0102.md, MESH0103.md, MESH0104.md, MESH0105.md, ...");
    }
}
