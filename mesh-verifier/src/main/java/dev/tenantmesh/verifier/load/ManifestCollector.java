package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns documents into objects: expands lists, asks every object for its names, and lets each identity in once. */
final class ManifestCollector {

    private static final Pattern VALUES = Pattern.compile("(^|[./\\-])values\\.ya?ml$");

    private final String defaultNamespace;
    private final Problems problems;
    private final SortedMap<String, Manifest> objects = new TreeMap<>();
    private final List<Mapping> others = new ArrayList<>();

    /** @param defaultNamespace for objects that name none; empty: that is a mistake */
    ManifestCollector(String defaultNamespace, Problems problems) {
        this.defaultNamespace = defaultNamespace;
        this.problems = problems;
    }

    Manifests manifests() {
        return new Manifests(List.copyOf(objects.values()), others);
    }

    void document(Value document) {
        if (!(document instanceof Mapping mapping) || mapping.text("kind").isEmpty()) {
            other(document);
        } else if (mapping.text("kind").endsWith("List") && mapping.get("items") instanceof Sequence items) {
            items.items().forEach(item -> document(item instanceof Mapping object ? completed(object, mapping) : item));
        } else if (!group(mapping).equals("kustomize.config.k8s.io")) {
            object(mapping);
        }
    }

    /** What is no object: the values of a chart, which their file's name tells, or something that was meant to be one. */
    private void other(Value document) {
        if (document instanceof Mapping other) {
            others.add(other);
        }
        if (!VALUES.matcher(document.origin().source()).find()) {
            problems.info(
                    ProblemCode.NOT_A_MANIFEST,
                    document.origin(),
                    "",
                    "The document has no kind, so no cluster would take it.",
                    "Nothing to do if it is for a tool, such as the values of a chart.");
        }
    }

    /** An item of a {@code PodList} is a Pod even where it does not say so. */
    private static Mapping completed(Mapping item, Mapping list) {
        String kind = list.text("kind");
        if (!item.text("kind").isEmpty() || kind.equals("List")) {
            return item;
        }
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>(item.entries());
        Scalar ofItem = new Scalar(kind.substring(0, kind.length() - "List".length()), Scalar.Type.TEXT, item.origin());
        entries.put("kind", new Mapping.Entry(item.origin(), ofItem));
        entries.putIfAbsent(
                "apiVersion",
                new Mapping.Entry(item.origin(), new Scalar(list.text("apiVersion"), Scalar.Type.TEXT, item.origin())));
        return new Mapping(entries, item.origin());
    }

    private void object(Mapping body) {
        Mapping metadata =
                body.get("metadata") instanceof Mapping written ? written : new Mapping(Map.of(), body.origin());
        String name = metadata.text("name");
        String kind = body.text("kind");
        if (name.isEmpty()) {
            boolean generated = metadata.get("generateName") != null;
            problems.error(
                    ProblemCode.NO_NAME,
                    generated ? metadata.originOf("generateName") : metadata.origin(),
                    metadata.text("generateName"),
                    generated ? "The cluster would make up its name." : "The " + kind + " has no name.",
                    "Write `metadata.name`.");
            return;
        }
        String namespace = namespace(kind, group(body), metadata);
        if (namespace != null) {
            add(new Manifest(group(body), version(body), kind, namespace, name, body));
        }
    }

    /** The namespace; empty for a cluster-scoped kind; null if a namespaced one names none. */
    private @Nullable String namespace(String kind, String group, Mapping metadata) {
        String written = metadata.text("namespace");
        Scope scope = Scope.of(group, kind);
        if (scope == Scope.CLUSTER) {
            return "";
        }
        if (written.isEmpty() && scope == Scope.NAMESPACED && !defaultNamespace.isEmpty()) {
            return defaultNamespace;
        }
        if (written.isEmpty() && scope == Scope.NAMESPACED) {
            problems.error(
                    ProblemCode.NO_NAMESPACE,
                    metadata.origin(),
                    metadata.text("name"),
                    "The " + kind + " names no namespace; where it lands depends on who applies it.",
                    "Write `metadata.namespace`, or say which namespace is meant where none is named.");
            return null;
        }
        return written;
    }

    private void add(Manifest manifest) {
        Manifest first = objects.putIfAbsent(manifest.identity(), manifest);
        if (first == null) {
            return;
        }
        Origin origin = manifest.origin();
        if (SameValue.of(first.body(), manifest.body())) {
            problems.warning(
                    ProblemCode.DUPLICATE_OBJECT,
                    origin,
                    manifest.identity(),
                    "The same object stands at " + first.origin() + ".",
                    "Keep one of them.");
        } else {
            problems.error(
                    ProblemCode.DUPLICATE_OBJECT,
                    origin,
                    manifest.identity(),
                    "Another object of this name stands at " + first.origin() + "; which of the two a cluster has"
                            + " depends on the order they are applied in.",
                    "Keep one of them.");
        }
    }

    private static String group(Mapping body) {
        String apiVersion = body.text("apiVersion");
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    private static String version(Mapping body) {
        String apiVersion = body.text("apiVersion");
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }
}
