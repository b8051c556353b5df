package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;
import java.util.Set;

/**
 * A single value.
 *
 * @param text what was written, without quotes and with escapes resolved
 * @param quoted whether it was in quotes or a block ({@code |}, {@code >}), so that every reader takes it as text
 */
public record ScalarNode(String text, boolean quoted, Origin origin) implements Node {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** Whether no value was written, or one of YAML's words for none. */
    public boolean isNull() {
        return !quoted && NOTHING.contains(text);
    }
}
