package dev.tenantmesh.model.problem;

import java.util.Comparator;

/**
 * Where something was written.
 *
 * @param source the file as the user named it, relative and with {@code /}; or a model path such as
 *     {@code tenant/payments/namespaces} for a model built in Java
 * @param line counted from 1; 0 when there is no file
 * @param column counted from 1 in characters; 0 when there is no file
 */
public record Origin(String source, int line, int column) implements Comparable<Origin> {

    private static final Comparator<Origin> ORDER =
            Comparator.comparing(Origin::source).thenComparingInt(Origin::line).thenComparingInt(Origin::column);

    /** A place in a model built in Java, which has no file. */
    public static Origin ofModel(String path) {
        return new Origin(path, 0, 0);
    }

    /** A whole file. */
    public static Origin ofFile(String source) {
        return new Origin(source, 0, 0);
    }

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, the form editors and Maven make clickable; only the source when there is no line. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
