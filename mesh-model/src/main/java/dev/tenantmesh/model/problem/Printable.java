package dev.tenantmesh.model.problem;

/** Makes hostile text safe to show: a value with terminal escapes or bidi controls must not repaint a build log. */
public final class Printable {

    private static final int LONGEST = 400;

    private Printable() {}

    /** The text with every character that is not plainly visible written as an escape, cut after 400 characters. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append("...");
        }
        return shown.toString();
    }

    /** Whether a code point may stand in a name or sentence: no control, format (bidi), separator or lone surrogate. */
    public static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void append(StringBuilder shown, int point) {
        boolean likeASpace = point != ' ' && Character.getType(point) == Character.SPACE_SEPARATOR;
        if (isVisible(point) && !likeASpace) {
            shown.appendCodePoint(point);
        } else {
            shown.append(String.format(java.util.Locale.ROOT, "\\u{%x}", point));
        }
    }
}
