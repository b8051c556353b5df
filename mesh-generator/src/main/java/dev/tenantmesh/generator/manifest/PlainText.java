package dev.tenantmesh.generator.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which strings may stand in YAML without quotes. On one line only what looks like an identifier, a host or an
 * IPv4 block, so that no reader of any YAML version takes one for a number, a date, a truth value or syntax. On several
 * lines, as a block, only plain ASCII that a block keeps as it is.
 */
final class PlainText {

    private static final Pattern NAME = Pattern.compile("_?[A-Za-z][A-Za-z0-9._/-]*");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?");
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity");

    private PlainText() {}

    /** Whether a text may stand as it is on the line of its key. */
    static boolean isWord(String text) {
        boolean reserved = WORDS.contains(text.toLowerCase(Locale.ROOT));
        return !reserved && (NAME.matcher(text).matches() || IPV4.matcher(text).matches());
    }

    /** Whether a text has several lines and may stand as a block: not indented, at most one line break at its end. */
    static boolean isBlock(String text) {
        if (text.indexOf('\n') < 0) {
            return false;
        }
        List<String> lines = lines(text);
        return !lines.get(0).startsWith(" ")
                && !lines.get(0).isEmpty()
                && !lines.get(lines.size() - 1).isEmpty()
                && lines.stream().allMatch(PlainText::isBlockLine);
    }

    /** The lines of a text, without the empty one after a line break at its end. */
    static List<String> lines(String text) {
        return List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }

    private static boolean isBlockLine(String line) {
        return !line.endsWith(" ") && line.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }
}
