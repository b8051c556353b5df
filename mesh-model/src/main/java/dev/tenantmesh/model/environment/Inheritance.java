package dev.tenantmesh.model.environment;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a Platform document says of other Platform documents; it has no part in what is rendered.
 *
 * @param base the Platform that this one extends: what is not written here is as it is there, keys are merged one by
 *     one, and items of lists by their name
 * @param isAbstract true: it is only there to be extended, is not rendered and may be incomplete
 */
public record Inheritance(
        @JsonProperty("extends") @Nullable String base,
        @JsonProperty("abstract") @Nullable Boolean isAbstract) {

    /** It stands for itself. */
    static final Inheritance NONE = new Inheritance(null, null);
}
