package dev.tenantmesh.generator.plan.raw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that is taken in as it is.
 *
 * @param entry the model entry that names it
 * @param file the file it is taken from, relative to the document that names it
 * @param apiVersion group and version
 * @param kind its kind
 * @param metadata its metadata: name, namespace, labels and annotations
 * @param body everything else
 * @param apart whether it is the platform's while its namespace is a tenant's
 */
public record RawPlan(
        String entry,
        String file,
        String apiVersion,
        String kind,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> body,
        boolean apart) {

    public RawPlan {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
}
