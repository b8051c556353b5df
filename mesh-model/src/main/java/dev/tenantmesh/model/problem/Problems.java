package dev.tenantmesh.model.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects every problem of a run, so that the user sees all of them at once. Not thread-safe: one per run.
 * Reading it gives the problems sorted by place, then code, and without repetitions.
 */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Something that stops the build. */
    public void error(ProblemCode code, Origin origin, String written, String why, String fix) {
        found.add(new Problem(code, Severity.ERROR, origin, written, why, fix));
    }

    /** Something the user should look at. */
    public void warning(ProblemCode code, Origin origin, String written, String why, String fix) {
        found.add(new Problem(code, Severity.WARNING, origin, written, why, fix));
    }

    /** Something good to know. */
    public void info(ProblemCode code, Origin origin, String written, String why, String fix) {
        found.add(new Problem(code, Severity.INFO, origin, written, why, fix));
    }

    /** Takes over one problem. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Takes over what another run found. */
    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All problems, sorted and without repetitions. */
    public List<Problem> sorted() {
        return found.stream().distinct().sorted().toList();
    }

    /** The problems of one severity, sorted and without repetitions. */
    public List<Problem> sorted(Severity severity) {
        return sorted().stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }

    /** Ends the run if anything stops it. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new ProblemsException(this);
        }
    }
}
