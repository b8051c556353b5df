package dev.tenantmesh.generator.render.core;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.namespace.NamespacePlan;
import dev.tenantmesh.generator.render.Metadata;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints Namespaces. Where somebody else makes one, Argo CD merges our labels into it by server-side apply.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Argo CD sync options</a>
 */
public final class NamespaceRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::namespaces)
                .map(namespace -> (Rendered) new RenderedObject(
                        plan.platform(), print(namespace), namespace.heading().entry()))
                .toList();
    }

    private static Namespace print(NamespacePlan namespace) {
        Map<String, String> annotations = new TreeMap<>(namespace.annotations());
        if (namespace.merged()) {
            annotations.put(Metadata.SYNC_OPTIONS, Metadata.KEPT + ",ServerSideApply=true");
        }
        return new NamespaceBuilder()
                .withMetadata(Metadata.of(namespace.heading(), namespace.labels(), annotations)
                        .build())
                .build();
    }
}
