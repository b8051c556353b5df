package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tenantmesh.model.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What cannot be rendered is refused with every reason at once, in exactly the committed words. */
class RefusedTest {

    private static final String EXPECTED = "expected.txt";

    @TestFactory
    Stream<DynamicTest> refusesWithTheCommittedReasons() {
        return GoldenCase.foldersOf(GoldenCase.REFUSED)
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> assertRefused(folder)));
    }

    @TestFactory
    Stream<DynamicTest> holdsNothingElse() {
        return GoldenCase.foldersOf(GoldenCase.REFUSED)
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> assertNothingElse(folder)));
    }

    private static void assertRefused(Path folder) throws IOException {
        if (Refresh.WANTED) {
            Refresh.write(folder.resolve(EXPECTED), reasons(folder.resolve("mesh")));
        }

        String reasons = reasons(folder.resolve("mesh"));

        String expected = TextFolder.text(folder.resolve(EXPECTED));
        assertThat(TextDifference.between(Map.of(EXPECTED, expected), Map.of(EXPECTED, reasons)))
                .isEmpty();
    }

    private static String reasons(Path mesh) {
        ProblemsException refused = catchThrowableOfType(ProblemsException.class, () -> Rendering.of(mesh));
        assertThat(refused).as("nothing refuses " + mesh).isNotNull();
        return Rendering.lines(refused.problems(), mesh);
    }

    private static void assertNothingElse(Path folder) {
        assertThat(TextFolder.read(folder).keySet())
                .allMatch(path -> path.equals(EXPECTED) || path.matches("mesh/.+\\.(yml|yaml|json)"));
    }
}
