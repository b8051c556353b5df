package dev.tenantmesh.verifier.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.Severity;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import java.util.List;

/**
 * Manifests with one finding of a code, and without it once a piece of them is written otherwise.
 *
 * @param name what the case is about
 * @param expected the severity and code of the finding
 * @param at the line it stands on
 * @param manifests what is linted
 * @param piece what is wrong with them
 * @param corrected what to write instead
 */
record LintCase(String name, Expected expected, int at, String manifests, String piece, String corrected) {

    /** A kind of finding. */
    record Expected(Severity severity, ProblemCode code) {}

    static Expected error(ProblemCode code) {
        return new Expected(Severity.ERROR, code);
    }

    static Expected warning(ProblemCode code) {
        return new Expected(Severity.WARNING, code);
    }

    static Expected info(ProblemCode code) {
        return new Expected(Severity.INFO, code);
    }

    /** Finds it, at its place, and then no longer. */
    void verify() {
        assertThat(manifests).as("the piece to correct").contains(piece);
        assertThat(found(manifests))
                .as(String.valueOf(problems(manifests)))
                .extracting(Problem::severity, problem -> problem.origin().line())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(expected.severity(), at));
        assertThat(found(manifests.replace(piece, corrected))).isEmpty();
    }

    private List<Problem> found(String text) {
        return problems(text).stream()
                .filter(problem -> problem.code() == expected.code())
                .toList();
    }

    /** Everything that is said of some manifests. */
    static List<Problem> problems(String text) {
        Problems problems = new Problems();
        new Linter(ClusterProfile.KUBERNETES, List.of())
                .lint(ManifestLoader.read("case.yaml", text, problems), problems);
        return problems.sorted();
    }

    @Override
    public String toString() {
        return name;
    }
}
