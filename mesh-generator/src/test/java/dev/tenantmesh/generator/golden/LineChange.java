package dev.tenantmesh.generator.golden;

import java.util.ArrayList;
import java.util.List;

/** The fewest lines that make one text another, without what stands around them. */
final class LineChange {

    private final List<String> before;
    private final List<String> after;
    private final int[][] common;

    private LineChange(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.common = new int[before.size() + 1][after.size() + 1];
        for (int left = before.size() - 1; left >= 0; left--) {
            for (int right = after.size() - 1; right >= 0; right--) {
                common[left][right] = before.get(left).equals(after.get(right))
                        ? common[left + 1][right + 1] + 1
                        : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
    }

    /** Lines that go with {@code -} before them, lines that come with {@code +}; empty if nothing changes. */
    static String between(List<String> before, List<String> after) {
        return String.join("", new LineChange(before, after).lines());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < before.size() || right < after.size()) {
            boolean both = left < before.size() && right < after.size();
            if (both && before.get(left).equals(after.get(right))) {
                left++;
                right++;
            } else if (left < before.size() && (!both || common[left + 1][right] >= common[left][right + 1])) {
                lines.add("- " + before.get(left++) + "\n");
            } else {
                lines.add("+ " + after.get(right++) + "\n");
            }
        }
        return lines;
    }
}
