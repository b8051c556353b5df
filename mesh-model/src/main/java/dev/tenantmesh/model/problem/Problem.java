package dev.tenantmesh.model.problem;

import java.util.Comparator;

/**
 * One thing the user should change or know.
 *
 * @param code the kind of problem; each has a page under {@code docs/problems/}
 * @param severity whether it stops the build
 * @param origin where the offending value was written
 * @param written the offending value as the user wrote it; empty when something is missing
 * @param why one sentence: what is wrong with it
 * @param fix one sentence: what to write instead
 */
public record Problem(ProblemCode code, Severity severity, Origin origin, String written, String why, String fix)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::origin)
            .thenComparing(Problem::code)
            .thenComparing(Problem::written)
            .thenComparing(Problem::why)
            .thenComparing(Problem::fix)
            .thenComparing(Problem::severity);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code MESH0101 'value': why. fix.}: what to show at the place itself, in printable characters only. */
    public String message() {
        String value = written.isEmpty() ? "" : " '" + Printable.of(written) + "'";
        return code.id() + value + ": " + Printable.of(why) + " " + Printable.of(fix);
    }

    /** {@code file:line:column: MESH0101 'value': why. fix.} on one line, in printable characters only. */
    @Override
    public String toString() {
        return Printable.of(origin.toString()) + ": " + message();
    }
}
