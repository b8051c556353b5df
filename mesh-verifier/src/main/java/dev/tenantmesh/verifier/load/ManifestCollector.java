package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns documents into objects: expands lists, asks every object for its names, and lets each identity in once. */
final class ManifestCollector {

    private final Problems problems;
    private final SortedMap<String, Manifest> objects = new TreeMap<>();
    private final List<Mapping> others = new ArrayList<>();

    ManifestCollector(Problems problems) {
        this.problems = problems;
    }

    Manifests manifests() {
        return new Manifests(List.copyOf(objects.values()), others);
    }

    void document(Value document) {
        if (!(document instanceof Mapping mapping) || mapping.text("kind").isEmpty()) {
            if (document instanceof Mapping other) {
                others.add(other);
            }
            problems.info(
                    ProblemCode.NOT_A_MANIFEST,
                    document.origin(),
                    "",
                    "The document has no kind, so no cluster would take it.",
                    "Nothing to do if it is for a tool, such as the values of a chart.");
        } else if (isList(mapping)) {
            ((Sequence) java.util.Objects.requireNonNull(mapping.get("items")))
                    .items()
                    .forEach(this::document);
        } else if (!group(mapping).equals("kustomize.config.k8s.io")) {
            object(mapping);
        }
    }

    private static boolean isList(Mapping mapping) {
        return mapping.text("kind").endsWith("List") && mapping.get("items") instanceof Sequence;
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
        if (written.isEmpty() && scope == Scope.NAMESPACED) {
            problems.error(
                    ProblemCode.NO_NAMESPACE,
                    metadata.origin(),
                    metadata.text("name"),
                    "The " + kind + " names no namespace; where it lands depends on who applies it.",
                    "Write `metadata.namespace`.");
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
