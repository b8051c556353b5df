package dev.tenantmesh.model.yaml;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows which unquoted text some YAML reader changes: {@code 1.30} becomes 1.3, {@code no} false and {@code 12:30} 750.
 *
 * @see <a href="https://yaml.org/type/">YAML 1.1 types</a>
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2 core schema</a>
 */
final class PlainText {

    private static final Set<String> WORDS = Set.of(
            "", "~", "null", "Null", "NULL", "=", "<<", "true", "True", "TRUE", "false", "False", "FALSE", "yes", "Yes",
            "YES", "no", "No", "NO", "y", "Y", "n", "N", "on", "On", "ON", "off", "Off", "OFF");

    /** Without repeated groups, since Java matches those recursively and the text may be long. */
    private static final Pattern CHANGED = Pattern.compile(String.join(
            "|",
            "[-+]?[0-9][0-9_]*", // 0123, 1_000
            "[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[0-9a-fA-F_]+",
            "[-+]?[0-9][0-9_]*:[0-9_:]*(?:\\.[0-9_]*)?", // 12:30, base 60
            "[-+]?[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?", // 1.30, 1e3
            "[-+]?\\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?",
            "[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)",
            "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?")); // a date

    private PlainText() {}

    /** Whether the text means the same to every reader only in quotes. */
    static boolean needsQuotes(String text) {
        return WORDS.contains(text) || CHANGED.matcher(text).matches();
    }
}
