package dev.tenantmesh.model.problem;

import java.util.stream.Collectors;

/** Ends a run that cannot give a result; carries every problem found, not only the first. */
public final class ProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problems problems;

    public ProblemsException(Problems problems) {
        super(problems.sorted(Severity.ERROR).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems;
    }

    /** Everything found, warnings included. */
    public Problems problems() {
        return problems;
    }
}
