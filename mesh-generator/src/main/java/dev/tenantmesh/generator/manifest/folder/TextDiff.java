package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.model.problem.Printable;
import java.util.ArrayList;
import java.util.List;

/** Shows the lines in which two texts differ, with two lines around each, much as {@code diff -u} does. */
final class TextDiff {

    private static final int AROUND = 2;
    private static final int LONGEST = 50;

    /** Beyond this many pairs of lines, what differs is shown as one piece. */
    private static final long MOST_PAIRS = 4_000_000;

    private record Line(char mark, int number, String text) {
        boolean differs() {
            return mark != ' ';
        }
    }

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private TextDiff(String before, String after) {
        this.before = List.of(before.split("\n", -1));
        this.after = List.of(after.split("\n", -1));
    }

    /** At most 50 lines; numbers are those of the first text. */
    static String of(String before, String after) {
        TextDiff diff = new TextDiff(before, after);
        diff.compare();
        return diff.shown();
    }

    private void compare() {
        int[][] common = commonLengths();
        int left = 0;
        int right = 0;
        while (left < before.size() || right < after.size()) {
            boolean both = left < before.size() && right < after.size();
            if (both && common.length > 0 && before.get(left).equals(after.get(right))) {
                lines.add(new Line(' ', left + 1, before.get(left)));
                left++;
                right++;
            } else if (left < before.size() && (!both || goesLeft(common, left, right))) {
                lines.add(new Line('-', left + 1, before.get(left)));
                left++;
            } else {
                lines.add(new Line('+', left + 1, after.get(right)));
                right++;
            }
        }
    }

    private static boolean goesLeft(int[][] common, int left, int right) {
        return common.length == 0 || common[left + 1][right] >= common[left][right + 1];
    }

    /** For each pair of positions how many lines the rests have in common; empty when that is too much to ask. */
    private int[][] commonLengths() {
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            return new int[0][];
        }
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int left = before.size() - 1; left >= 0; left--) {
            for (int right = after.size() - 1; right >= 0; right--) {
                common[left][right] = before.get(left).equals(after.get(right))
                        ? common[left + 1][right + 1] + 1
                        : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
        return common;
    }

    private String shown() {
        List<String> shown = new ArrayList<>();
        int last = -1;
        for (int index = 0; index < lines.size(); index++) {
            if (isNearDifference(index)) {
                if (index != last + 1 || shown.isEmpty()) {
                    shown.add("@@ line " + lines.get(index).number() + " @@");
                }
                shown.add(
                        lines.get(index).mark() + Printable.of(lines.get(index).text()));
                last = index;
            }
        }
        if (shown.size() > LONGEST) {
            int more = shown.size() - LONGEST + 1;
            return String.join("\n", shown.subList(0, LONGEST - 1)) + "\n... " + more + " more lines\n";
        }
        return String.join("\n", shown) + "\n";
    }

    private boolean isNearDifference(int index) {
        int from = Math.max(0, index - AROUND);
        int to = Math.min(lines.size(), index + AROUND + 1);
        return lines.subList(from, to).stream().anyMatch(Line::differs);
    }
}
