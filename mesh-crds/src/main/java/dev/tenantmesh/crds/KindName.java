package dev.tenantmesh.crds;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an object says it is.
 *
 * @param apiVersion its API group and version
 * @param kind its kind
 */
public record KindName(String apiVersion, String kind) {

    /** That of an object. */
    public static KindName of(JsonNode object) {
        return new KindName(
                object.path("apiVersion").asText(), object.path("kind").asText());
    }

    /** The API group, empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    @Override
    public String toString() {
        return apiVersion + " " + kind;
    }
}
