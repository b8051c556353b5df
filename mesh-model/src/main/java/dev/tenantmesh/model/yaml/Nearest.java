package dev.tenantmesh.model.yaml;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which word was meant by a misspelled one. */
public final class Nearest {

    private static final int FARTHEST = 3;

    private Nearest() {}

    /** {@code "Did you mean 'x'? "}, or nothing if no word is near. */
    public static String question(String written, Collection<String> words) {
        String nearest = of(written, words);
        return nearest == null ? "" : "Did you mean '" + nearest + "'? ";
    }

    /** The nearest word with at most a third of it changed, the earliest among equals; null if there is none. */
    public static @Nullable String of(String written, Collection<String> words) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            int distance = distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (distance < least) {
                nearest = word;
                least = distance;
            }
        }
        return nearest != null && least <= allowed(nearest) ? nearest : null;
    }

    private static int allowed(String word) {
        return Math.max(1, Math.min(FARTHEST, word.length() / FARTHEST));
    }

    private static int distance(String left, String right) {
        return Math.abs(left.length() - right.length()) > FARTHEST
                ? Integer.MAX_VALUE
                : new Alignment(left, right).cost();
    }

    /** Counts insertions, deletions, changes and swaps of neighbours (optimal string alignment). */
    private static final class Alignment {

        private final String left;
        private final String right;
        private final int[][] costs;

        Alignment(String left, String right) {
            this.left = left;
            this.right = right;
            this.costs = new int[left.length() + 1][right.length() + 1];
        }

        int cost() {
            for (int i = 0; i <= left.length(); i++) {
                for (int j = 0; j <= right.length(); j++) {
                    costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(i, j);
                }
            }
            return costs[left.length()][right.length()];
        }

        private int cheapest(int i, int j) {
            int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
            int least = Math.min(costs[i - 1][j - 1] + change, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
            return isSwap(i, j) ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
        }

        private boolean isSwap(int i, int j) {
            return i > 1
                    && j > 1
                    && left.charAt(i - 1) == right.charAt(j - 2)
                    && left.charAt(i - 2) == right.charAt(j - 1);
        }
    }
}
