package dev.tenantmesh.generator.manifest;

import java.util.Map;

/**
 * A file of Helm values: not an API object, so no kustomization names it.
 *
 * @param platform the platform it is for
 * @param folder the folder below the platform's: a namespace, or a name that starts with {@code _}
 * @param fileName lower case, ending in {@code .yaml}
 * @param entry the model entry it comes from
 * @param usage one line that says what the file is for, such as the helm command; written as a comment
 * @param values what Helm reads
 */
public record RenderedValues(
        String platform, String folder, String fileName, String entry, String usage, Map<String, Object> values)
        implements Rendered {}
