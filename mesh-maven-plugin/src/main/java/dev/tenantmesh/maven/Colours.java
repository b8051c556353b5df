package dev.tenantmesh.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** Colours lines of the build log where Maven colours its own, and leaves them as they are where it does not. */
final class Colours {

    private static final Pattern PROBLEM = Pattern.compile("(.*?: )(MESH[0-9]{4})((?: '.*?')?: .*)");

    private Colours() {}

    /** A line with what matters in it made to stand out. */
    static String of(String line) {
        Matcher problem = PROBLEM.matcher(line);
        return problem.matches()
                ? MessageUtils.buffer()
                        .a(problem.group(1))
                        .strong(problem.group(2))
                        .a(problem.group(3))
                        .build()
                : line;
    }

    /** A line of a difference between two texts. */
    static String ofDifference(String line) {
        if (line.startsWith("+")) {
            return MessageUtils.buffer().success(line).build();
        }
        return line.startsWith("-") ? MessageUtils.buffer().failure(line).build() : line;
    }
}
