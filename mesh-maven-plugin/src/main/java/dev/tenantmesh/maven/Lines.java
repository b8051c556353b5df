package dev.tenantmesh.maven;

import dev.tenantmesh.model.problem.Printable;
import java.util.List;
import java.util.stream.Stream;

/** Keeps lists in a build log short and printable. */
final class Lines {

    /** How many lines of a list are shown. */
    static final int MOST = 40;

    private Lines() {}

    /** Each text after a mark, at most 40 of them, and a line that counts the others. */
    static List<String> of(String mark, List<String> texts) {
        Stream<String> first = texts.stream().limit(MOST).map(text -> mark + Printable.of(text));
        Stream<String> rest =
                texts.size() > MOST ? Stream.of("  ... and " + (texts.size() - MOST) + " more") : Stream.of();
        return Stream.concat(first, rest).toList();
    }
}
