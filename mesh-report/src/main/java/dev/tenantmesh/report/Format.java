package dev.tenantmesh.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an answer is written. */
public enum Format {
    /** For a terminal. */
    TEXT,
    /** For a pull request. */
    MD,
    /** For a spreadsheet. */
    CSV,
    /** For Graphviz. */
    DOT,
    /** For tools; its shape is versioned and documented. */
    JSON,
    /** For code hosts, which show findings beside the lines. */
    SARIF;

    /** The format of a name such as {@code md}; empty if there is none. */
    public static Optional<Format> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.written().equals(name))
                .findFirst();
    }

    /** Its name, as users write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
