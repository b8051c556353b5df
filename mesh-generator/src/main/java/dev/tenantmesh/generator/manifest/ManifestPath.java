package dev.tenantmesh.generator.manifest;

import dev.tenantmesh.model.problem.Problems;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a file lies below the output folder.
 *
 * @param platform the first folder, or the first two of a platform of several clusters
 * @param folder a namespace (the Namespace object included), {@code _cluster}, {@code _tenants}, a folder of values, or
 *     one below {@code _components}
 * @param file the file's name
 */
record ManifestPath(String platform, String folder, String file) implements Comparable<ManifestPath> {

    private static final String CLUSTER = "_cluster";
    private static final String COMPONENTS = "_components";

    /** What is the platform's in namespaces of tenants; those are there only after what is of the cluster. */
    private static final String TENANTS = "_tenants";

    /** Kinds whose name two API groups share in our world: their files name the group too. */
    private static final Set<String> SHARED_KINDS = Set.of("Gateway");

    private static final Comparator<ManifestPath> ORDER = Comparator.comparing(ManifestPath::platform)
            .thenComparing(ManifestPath::folder)
            .thenComparing(ManifestPath::file);

    /** The path of a rendered thing; empty when its names cannot be one, which is then reported. */
    static Optional<ManifestPath> of(Rendered rendered, Problems problems) {
        SafeName names = new SafeName(rendered.entry());
        for (String part : rendered.platform().split("/", 2)) {
            names.label("platform", part);
        }
        ManifestPath path = of(rendered, names);
        names.portable(path.toString());
        problems.addAll(names.problems());
        return names.problems().isEmpty() ? Optional.of(path) : Optional.empty();
    }

    private static ManifestPath of(Rendered rendered, SafeName names) {
        if (rendered instanceof RenderedValues values) {
            return ofValues(values, names);
        }
        return rendered instanceof RenderedPart part ? ofPart(part, names) : ofObject((RenderedObject) rendered, names);
    }

    private static ManifestPath ofPart(RenderedPart part, SafeName names) {
        part.folders().forEach(folder -> names.label("folder", folder));
        names.partFile(part.fileName());
        return new ManifestPath(part.platform(), COMPONENTS + "/" + String.join("/", part.folders()), part.fileName());
    }

    private static ManifestPath ofValues(RenderedValues values, SafeName names) {
        String folder = values.folder();
        names.label("folder", folder.startsWith("_") ? folder.substring(1) : folder);
        names.valuesFile(values.fileName());
        return new ManifestPath(values.platform(), folder, values.fileName());
    }

    private static ManifestPath ofObject(RenderedObject rendered, SafeName names) {
        HasMetadata object = rendered.object();
        ObjectMeta metadata = object.getMetadata() == null ? new ObjectMeta() : object.getMetadata();
        String kind = names.kind(object.getKind());
        String group = names.group(object.getApiVersion());
        String folder = folderOf(object, metadata, names);
        String stem = isShared(object, kind, group) ? kind + "." + group : kind;
        String name = names.subdomain("metadata.name", metadata.getName());
        String file = stem.toLowerCase(Locale.ROOT) + "-" + name + ".yaml";
        return rendered.isApart()
                ? new ManifestPath(rendered.platform(), TENANTS, folder + "." + file)
                : new ManifestPath(rendered.platform(), folder, file);
    }

    /** What we have no class for may have a kind of any name. */
    private static boolean isShared(HasMetadata object, String kind, String group) {
        return SHARED_KINDS.contains(kind) || (object instanceof GenericKubernetesResource && !group.isEmpty());
    }

    /** A kind we have no class for may be either; it is of the cluster if it names no namespace. */
    private static String folderOf(HasMetadata object, ObjectMeta metadata, SafeName names) {
        String namespace = metadata.getNamespace();
        boolean unknown = object instanceof GenericKubernetesResource;
        if (object instanceof Namespaced || (unknown && namespace != null)) {
            return names.label("metadata.namespace", namespace);
        }
        if (namespace != null) {
            names.refuse("metadata.namespace", namespace, "A " + object.getKind() + " is not in a namespace.");
        }
        boolean isNamespace = "Namespace".equals(object.getKind()) && "v1".equals(object.getApiVersion());
        return isNamespace ? names.label("metadata.name", metadata.getName()) : CLUSTER;
    }

    /** The path as a file system that does not tell {@code a} from {@code A} sees it. */
    String folded() {
        return toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(ManifestPath other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return platform + "/" + folder + "/" + file;
    }
}
