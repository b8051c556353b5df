package dev.tenantmesh.generator.render.kustomize;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.PatchBuilder;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Selector;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.SelectorBuilder;

/**
 * A strategic merge patch and what it is for.
 *
 * @param file the file it stands in
 * @param entry the model entry it comes from
 * @param target the objects it is merged into
 * @param content what is merged
 */
record Patch(String file, String entry, Selector target, HasMetadata content) {

    /**
     * Objects by kind and namespace. An object that names no namespace yet counts as one of
     * {@code default}, which no tenant can own; so the patch finds it, and leaves one of another namespace alone.
     */
    static SelectorBuilder target(String kind, String namespace) {
        return new SelectorBuilder().withKind(kind).withNamespace(namespace + "|default");
    }

    /** How a kustomization refers to it. */
    io.fabric8.kubernetes.api.model.kustomize.v1beta1.Patch reference() {
        return new PatchBuilder().withPath(file).withTarget(target).build();
    }
}
