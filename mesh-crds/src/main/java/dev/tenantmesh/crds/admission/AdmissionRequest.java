package dev.tenantmesh.crds.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to write an object.
 *
 * @param operation {@code CREATE}, {@code UPDATE} or {@code DELETE}
 * @param resource what kind of object
 * @param user who
 * @param object as it would be; null where it is deleted
 * @param oldObject as it was; null where it is new
 * @param namespaceObject the namespace it is in; null for an object of the cluster
 */
public record AdmissionRequest(
        String operation,
        Resource resource,
        User user,
        @Nullable JsonNode object,
        @Nullable JsonNode oldObject,
        @Nullable JsonNode namespaceObject) {

    /**
     * A kind of object, by the name that the API has for it.
     *
     * @param group its group; empty for the core
     * @param version its version
     * @param name in the plural, in lower case
     * @param subresource such as {@code status}; empty for the object itself
     */
    public record Resource(String group, String version, String name, String subresource) {}

    /**
     * Whoever asks.
     *
     * @param name as authentication gives it
     * @param groups likewise
     */
    public record User(String name, List<String> groups) {

        public User {
            groups = List.copyOf(groups);
        }
    }

    /** The object, or what it was where it is deleted. */
    JsonNode subject() {
        JsonNode known = object == null ? oldObject : object;
        if (known == null) {
            throw new IllegalStateException("A request about nothing");
        }
        return known;
    }

    /** As expressions see it. */
    Map<String, Object> attributes() {
        Map<String, Object> kind =
                Map.of("group", resource.group(), "version", resource.version(), "resource", resource.name());
        JsonNode metadata = subject().path("metadata");
        return Map.of(
                "operation",
                operation,
                "resource",
                kind,
                "requestResource",
                kind,
                "subResource",
                resource.subresource(),
                "name",
                metadata.path("name").asText(),
                "namespace",
                metadata.path("namespace").asText(),
                "dryRun",
                false,
                "userInfo",
                Map.of("username", user.name(), "groups", user.groups(), "uid", "", "extra", Map.of()));
    }
}
