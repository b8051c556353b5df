package dev.tenantmesh.generator.render;

import dev.tenantmesh.generator.manifest.Rendered;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.mark.Mark;
import dev.tenantmesh.generator.plan.mark.Marks;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the teams' own labels and annotations on what the renderers printed, in one place, so that no kind is forgotten.
 * Whose an object is says its own metadata. What the renderers printed is never replaced.
 */
public final class Marking {

    private final Marks marks;

    public Marking(Marks marks) {
        this.marks = marks;
    }

    /** The same thing, marked; files of values have no metadata, and what is taken in stays as it is. */
    public Rendered mark(Rendered rendered) {
        if (rendered instanceof RenderedObject object && object.takenFrom() == null) {
            mark(object.object());
        }
        return rendered;
    }

    private void mark(HasMetadata object) {
        ObjectMeta metadata = object.getMetadata();
        Mark mark = markOf(object, metadata.getLabels());
        object.setMetadata(new ObjectMetaBuilder(metadata)
                .withLabels(joined(metadata.getLabels(), mark.labels()))
                .withAnnotations(joined(metadata.getAnnotations(), mark.annotations()))
                .build());
    }

    private Mark markOf(HasMetadata object, Map<String, String> labels) {
        String mesh = labels.get(Labels.MESH);
        return object instanceof Namespace ? marks.ofNamespace(mesh) : marks.of(mesh, labels.get(Labels.TENANT));
    }

    private static Map<String, String> joined(Map<String, String> printed, Map<String, String> mark) {
        Map<String, String> all = new TreeMap<>(mark);
        all.putAll(printed);
        return all;
    }
}
