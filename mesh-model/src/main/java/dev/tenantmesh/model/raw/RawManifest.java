package dev.tenantmesh.model.raw;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.yaml.MappingNode;
import dev.tenantmesh.model.yaml.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that is taken in as it is.
 *
 * @param owner the Mesh or Tenant that names it
 * @param entry the model entry that names it, such as {@code tenant/payments/manifests}
 * @param file its file, relative to the document that names it
 * @param apiVersion group and version
 * @param kind its kind
 * @param namespace empty: it has none
 * @param name its name
 * @param metadata everything under {@code metadata}
 * @param body every other key but {@code apiVersion} and {@code kind}
 * @param document where it was written
 */
public record RawManifest(
        Record owner,
        String entry,
        String file,
        String apiVersion,
        String kind,
        String namespace,
        String name,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> body,
        MappingNode document) {

    public RawManifest {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }

    /** The same object, named by a record that stands for its owner. */
    public RawManifest of(Record other) {
        return new RawManifest(other, entry, file, apiVersion, kind, namespace, name, metadata, body, document);
    }

    /** The API group; empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** What no two objects of a cluster share, whatever their versions. */
    public String identity() {
        return String.join("/", group(), kind, namespace, name);
    }

    /** Where the object, or the value of a key of it, was written. */
    public Origin origin(String... path) {
        Node node = document;
        for (String key : path) {
            Node inner = node instanceof MappingNode mapping ? mapping.get(key) : null;
            if (inner == null) {
                break;
            }
            node = inner;
        }
        return node.origin();
    }
}
