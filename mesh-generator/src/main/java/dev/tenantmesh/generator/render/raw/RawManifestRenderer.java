package dev.tenantmesh.generator.render.raw;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.MeshPlan;
import dev.tenantmesh.generator.plan.PlatformPlan;
import dev.tenantmesh.generator.plan.raw.RawPlan;
import dev.tenantmesh.generator.render.Renderer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints objects that are taken in as they are: of any kind, so without a class of their own. */
public final class RawManifestRenderer implements Renderer {

    @Override
    public List<Rendered> render(PlatformPlan plan) {
        return plan.all(MeshPlan::manifests)
                .map(raw -> (Rendered) taken(plan.platform(), raw))
                .toList();
    }

    private static RenderedObject taken(String platform, RawPlan raw) {
        RenderedObject object = RenderedObject.taken(platform, print(raw), raw.entry(), raw.file());
        return raw.apart() ? object.apart() : object;
    }

    private static GenericKubernetesResource print(RawPlan raw) {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(raw.apiVersion());
        object.setKind(raw.kind());
        object.setMetadata(metadata(raw.metadata()));
        object.setAdditionalProperties(new LinkedHashMap<>(raw.body()));
        return object;
    }

    private static ObjectMeta metadata(Map<String, @Nullable Object> metadata) {
        return new ObjectMetaBuilder()
                .withName((String) metadata.get("name"))
                .withNamespace((String) metadata.get("namespace"))
                .withLabels(texts(metadata.get("labels")))
                .withAnnotations(texts(metadata.get("annotations")))
                .build();
    }

    private static Map<String, String> texts(@Nullable Object map) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> texts.put((String) key, (String) value));
        }
        return texts;
    }
}
