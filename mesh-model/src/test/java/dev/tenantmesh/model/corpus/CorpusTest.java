package dev.tenantmesh.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every refusal, word by word: {@code cases/bad/<story>/expected.txt} holds all that a user is told about the documents
 * beside it. {@code mvn test -Dmesh.refresh=true} writes these files anew, for a review with git diff.
 */
class CorpusTest {

    private static final boolean REFRESH = Boolean.getBoolean("mesh.refresh");

    /** Reported by whoever knows a date or a generator; their tests cover them. */
    private static final Set<ProblemCode> ELSEWHERE = EnumSet.of(
            ProblemCode.EXEMPTION_EXPIRED,
            ProblemCode.EXPIRY_NOT_CHECKED,
            ProblemCode.OPEN_NAMESPACE,
            ProblemCode.GRANT_NEEDS_PLAINTEXT);

    @TestFactory
    Stream<DynamicTest> a_bad_model_is_refused_in_these_words() {
        return Case.in("bad").stream().map(bad -> DynamicTest.dynamicTest(bad.name(), () -> isRefused(bad)));
    }

    @TestFactory
    Stream<DynamicTest> a_good_model_is_read_in_silence() {
        return Case.in("good").stream().map(good -> DynamicTest.dynamicTest(good.name(), () -> isSilent(good)));
    }

    @Test
    void no_file_of_a_case_is_unused() {
        for (Case one : cases()) {
            assertThat(one.files())
                    .as(one.name())
                    .allMatch(file -> file.matches(".+\\.(yml|yaml|json)") || isExpectation(one, file));
        }
    }

    @Test
    void every_code_about_the_model_occurs_in_a_case() {
        // When
        Set<ProblemCode> occurring = Case.in("bad").stream()
                .flatMap(bad -> bad.problems().sorted().stream())
                .map(Problem::code)
                .filter(code -> code.id().startsWith("MESH01"))
                .collect(Collectors.toSet());

        // Then
        Set<ProblemCode> aboutTheModel = Stream.of(ProblemCode.values())
                .filter(code -> code.id().startsWith("MESH01"))
                .collect(Collectors.toSet());
        aboutTheModel.removeAll(ELSEWHERE);
        assertThat(occurring).isEqualTo(aboutTheModel);
    }

    private static void isRefused(Case bad) throws IOException {
        String told = bad.told();
        if (REFRESH) {
            bad.refresh(told);
        }
        assertThat(told).isEqualTo(bad.expected());
        assertThat(bad.told()).as("a second time").isEqualTo(told);
        assertThat(told).isNotBlank();
    }

    private static void isSilent(Case good) {
        assertThat(MeshModel.read(good.folder()).findings().sorted()).isEmpty();
    }

    private static boolean isExpectation(Case one, String file) {
        return file.equals("expected.txt") && one.folder().getParent().endsWith("bad");
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>(Case.in("bad"));
        cases.addAll(Case.in("good"));
        return cases;
    }
}
