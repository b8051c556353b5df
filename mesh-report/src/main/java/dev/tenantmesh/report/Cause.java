package dev.tenantmesh.report;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Severity;
import java.util.List;

/**
 * Findings that say the same of the same value, and so have one cause.
 *
 * @param first the one that is shown
 * @param places where it was found, sorted, the first included
 */
public record Cause(Problem first, List<Origin> places) {

    public Cause {
        places = List.copyOf(places);
    }

    static Cause of(List<Problem> alike) {
        return new Cause(alike.get(0), alike.stream().map(Problem::origin).toList());
    }

    /** How much it weighs. */
    public Severity severity() {
        return first.severity();
    }

    /** The finding on one line, in printable characters only; other places are counted. */
    public String line() {
        return first + others();
    }

    /** The first place, and how many there are beside it. */
    String place() {
        return Printable.of(first.origin().toString()) + others();
    }

    private String others() {
        int others = places.size() - 1;
        return switch (others) {
            case 0 -> "";
            case 1 -> " (and 1 more place)";
            default -> " (and " + others + " more places)";
        };
    }

    /** The cells of a row. */
    List<String> cells() {
        return List.of(
                FindingsReport.lower(severity()),
                first.code().id(),
                place(),
                first.written(),
                first.why(),
                first.fix());
    }
}
