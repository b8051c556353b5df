package dev.tenantmesh.generator.manifest;

import java.util.List;

/**
 * A file of a kustomize Component: a tenant's own kustomization names the Component, ours never does, so nothing of it
 * is applied by itself.
 *
 * @param platform the platform it is for
 * @param folders the folders below {@code _components} of the platform's, outermost first
 * @param fileName lower case, ending in {@code .yaml}
 * @param entry the model entry it comes from
 * @param content what the file says, such as a patch
 */
public record RenderedPart(String platform, List<String> folders, String fileName, String entry, Object content)
        implements Rendered {

    public RenderedPart {
        folders = List.copyOf(folders);
    }
}
