package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;

/**
 * A single value.
 *
 * @param text what was written, without quotes and with escapes resolved
 * @param type what a YAML reader of the API server takes it for
 * @param origin its first character
 */
public record Scalar(String text, Type type, Origin origin) implements Value {

    /** What a value is taken for; quotes make every value a text. */
    public enum Type {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }
}
