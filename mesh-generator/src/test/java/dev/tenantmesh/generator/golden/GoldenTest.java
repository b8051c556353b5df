package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case renders exactly what is committed beside it. To accept a change, run it with {@code -Dmesh.refresh=true}
 * and review what Git shows.
 */
class GoldenTest {

    private static final String FINDINGS = "findings.txt";

    @TestFactory
    Stream<DynamicTest> rendersWhatIsCommitted() {
        return GoldenCase.cases().stream().map(each -> dynamicTest(each.name(), () -> assertRenders(each)));
    }

    @TestFactory
    Stream<DynamicTest> findsWhatIsCommitted() {
        return GoldenCase.forEach(GoldenTest::assertFinds);
    }

    @TestFactory
    Stream<DynamicTest> holdsNothingElse() {
        return GoldenCase.cases().stream().map(each -> dynamicTest(each.name(), () -> assertNothingElse(each)));
    }

    private static void assertRenders(GoldenCase golden) throws IOException {
        if (Refresh.WANTED) {
            TextFolder.write(golden.deploy(), golden.rendering().texts());
        }

        Map<String, String> rendered = Rendering.of(golden.mesh()).texts();

        assertThat(TextDifference.between(TextFolder.read(golden.deploy()), rendered))
                .isEmpty();
    }

    private static void assertFinds(GoldenCase golden) throws IOException {
        Path file = golden.notes().resolve(FINDINGS);
        if (Refresh.WANTED) {
            Refresh.write(file, golden.rendering().findings());
        }

        String found = Rendering.of(golden.mesh()).findings();

        String expected = Files.exists(file) ? TextFolder.text(file) : "";
        assertThat(TextDifference.between(Map.of(FINDINGS, expected), Map.of(FINDINGS, found)))
                .isEmpty();
    }

    /** The manifests themselves are compared one by one elsewhere. */
    private static void assertNothingElse(GoldenCase golden) {
        Set<String> others = TextFolder.read(golden.notes()).keySet().stream()
                .filter(path -> !path.startsWith("deploy/") && !path.matches("mesh/.+\\.(yml|yaml|json)"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(others).isSubsetOf(FINDINGS, OpenPolicies.FILE);
    }
}
