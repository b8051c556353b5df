package dev.tenantmesh.crds.schema;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;

/**
 * Something that an API server says against an object, or that could not be asked.
 *
 * @param kind what it is about
 * @param at where in the object; of a missing field, where it should be, of a field that is unknown, the field
 * @param written what stands there, if it is a single value or a field
 * @param why a sentence
 * @param known the words that could have been meant
 */
public record Refusal(Kind kind, JsonPointer at, String written, String why, List<String> known) {

    /** What a refusal is about. */
    public enum Kind {
        /** A field that the schema does not know. */
        UNKNOWN_FIELD,
        /** A value that the schema does not take, or that is missing. */
        VALUE,
        /** A value that API servers take or not, depending on their version. */
        DISPUTED_VALUE,
        /** A rule that does not hold. */
        RULE,
        /** A version of a kind that is not served. */
        VERSION,
        /** No refusal: something of the definition was not held against the object. */
        NOT_CHECKED
    }

    public Refusal {
        known = List.copyOf(known);
    }

    /** A value that the schema does not take. */
    public static Refusal value(JsonPointer at, String written, String why) {
        return new Refusal(Kind.VALUE, at, written, why, List.of());
    }

    @Override
    public String toString() {
        return (at.matches() ? "/" : at) + ": " + why;
    }
}
