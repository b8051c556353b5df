package dev.tenantmesh.model.check.rule;

import dev.tenantmesh.model.yaml.Nearest;
import java.util.Collection;

/** Says which known name was probably meant. */
public final class Hint {

    private static final int MOST_LISTED = 10;

    private Hint() {}

    public static String near(String written, Collection<String> known) {
        if (known.isEmpty()) {
            return "Declare it first.";
        }
        String listed =
                String.join(", ", known.stream().sorted().limit(MOST_LISTED).toList());
        String rest = known.size() > MOST_LISTED ? " and " + (known.size() - MOST_LISTED) + " more" : "";
        return Nearest.question(written, known) + "Known are: " + listed + rest + ".";
    }
}
