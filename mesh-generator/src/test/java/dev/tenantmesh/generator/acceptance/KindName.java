package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/** What an object says it is. */
record KindName(String apiVersion, String kind) {

    static KindName of(JsonNode object) {
        return new KindName(
                object.path("apiVersion").asText(), object.path("kind").asText());
    }

    /** The API group, empty for the core group. */
    String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    @Override
    public String toString() {
        return apiVersion + " " + kind;
    }
}
