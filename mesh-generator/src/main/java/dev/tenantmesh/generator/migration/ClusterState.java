package dev.tenantmesh.generator.migration;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.RenderedObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The objects of a cluster at one moment, by what no two of them share. */
final class ClusterState {

    private final SortedMap<String, RenderedObject> objects = new TreeMap<>();

    ClusterState(Collection<RenderedObject> rendered) {
        rendered.forEach(this::apply);
    }

    ClusterState copy() {
        return new ClusterState(objects.values());
    }

    /** Puts an object in place of the one that is the same for a cluster, whatever its version. */
    void apply(RenderedObject rendered) {
        objects.put(identity(rendered.object()), rendered);
    }

    void applyAll(ClusterState other, Predicate<HasMetadata> which) {
        other.objects.values().stream()
                .filter(rendered -> which.test(rendered.object()))
                .forEach(this::apply);
    }

    void change(Predicate<HasMetadata> which, UnaryOperator<RenderedObject> change) {
        objects.replaceAll((identity, rendered) -> which.test(rendered.object()) ? change.apply(rendered) : rendered);
    }

    /** Removes what another state does not have. */
    void keepOnly(ClusterState other) {
        objects.keySet().retainAll(other.objects.keySet());
    }

    boolean has(Predicate<HasMetadata> which) {
        return objects.values().stream().map(RenderedObject::object).anyMatch(which);
    }

    /** As manifests, in one folder. */
    ManifestSet manifests(String folder) {
        return ManifestSet.of(
                objects.values().stream().map(rendered -> rendered.on(folder)).toList());
    }

    /** The namespace that an object is in, or makes; empty for the others. */
    static String namespace(HasMetadata object) {
        return object.getKind().equals("Namespace")
                ? object.getMetadata().getName()
                : Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
    }

    private static String identity(HasMetadata object) {
        String version = object.getApiVersion();
        int slash = version.indexOf('/');
        return String.join(
                "/",
                slash < 0 ? "" : version.substring(0, slash),
                object.getKind(),
                namespace(object),
                object.getMetadata().getName());
    }
}
