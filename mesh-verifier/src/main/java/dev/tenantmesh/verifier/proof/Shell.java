package dev.tenantmesh.verifier.proof;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes words of a shell's line so that no name of a manifest is ever a command. */
final class Shell {

    private static final String PLAIN = "[A-Za-z0-9_./:=@,-]+";

    private Shell() {}

    /** A word that the shell takes as it is. */
    static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Labels as kubectl takes them. */
    static String labels(Map<String, String> labels) {
        return quoted(new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(",")));
    }
}
