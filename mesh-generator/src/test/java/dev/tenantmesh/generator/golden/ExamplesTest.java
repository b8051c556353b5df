package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tenantmesh.generator.manifest.folder.Drift;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.generator.manifest.folder.WriteScope;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.Severity;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The committed output of every example is what its documents say, as {@code mesh:check} sees it. */
class ExamplesTest {

    @TestFactory
    Stream<DynamicTest> committedOutputHasNotDrifted() {
        return GoldenCase.examples().stream().map(each -> dynamicTest(each.name(), () -> assertClean(each)));
    }

    private static void assertClean(GoldenCase example) {
        Problems problems = new Problems();
        if (Refresh.WANTED) {
            WriteScope scope = WriteScope.inside(example.deploy().getParent());
            ManifestWriter.write(example.rendering().set(), example.deploy(), scope, problems);
        }

        Drift drift = ManifestWriter.compare(Rendering.of(example.mesh()).set(), example.deploy(), problems);

        assertThat(problems.sorted(Severity.ERROR).stream().map(Problem::toString))
                .isEmpty();
        assertThat(drift.isClean()).as(drift.toString()).isTrue();
        assertThat(drift.foreign()).isEmpty();
    }
}
