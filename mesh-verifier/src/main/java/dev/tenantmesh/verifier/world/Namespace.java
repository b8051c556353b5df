package dev.tenantmesh.verifier.world;

import dev.tenantmesh.model.problem.Origin;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A namespace with the labels that selectors see.
 *
 * @param name its name
 * @param labels its labels, the one that the API server sets included
 * @param origin where it was written; null if only objects in it were
 */
public record Namespace(
        String name,
        SortedMap<String, String> labels,
        @Nullable Origin origin) {

    /**
     * The label that the API server keeps equal to the name.
     *
     * @see <a href="https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name">kubernetes.io/metadata.name</a>
     */
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    public Namespace {
        SortedMap<String, String> all = new TreeMap<>(labels);
        all.put(NAME_LABEL, name);
        labels = Collections.unmodifiableSortedMap(all);
    }

    public static Namespace of(String name, Map<String, String> labels, @Nullable Origin origin) {
        return new Namespace(name, new TreeMap<>(labels), origin);
    }

    /** A namespace that nobody declared and that could exist, with these labels. */
    public static Namespace possible(Map<String, String> labels) {
        String named = labels.getOrDefault(NAME_LABEL, "");
        String name = labels.isEmpty() ? "(any namespace)" : "(any namespace with " + shown(labels) + ")";
        return new Namespace(named.isEmpty() ? name : named, new TreeMap<>(labels), null);
    }

    static String shown(Map<String, String> labels) {
        return labels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(label -> label.getValue().isEmpty() ? label.getKey() : label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The same namespace with other labels. */
    public Namespace with(Map<String, String> others) {
        boolean unnamed = origin == null && name.startsWith("(");
        Map<String, String> written = new TreeMap<>(others);
        written.remove(NAME_LABEL, name);
        return unnamed ? possible(written) : of(name, others, origin);
    }

    /** Whether its labels were written, so that it is known which ones it has. */
    public boolean isDeclared() {
        return origin != null;
    }
}
