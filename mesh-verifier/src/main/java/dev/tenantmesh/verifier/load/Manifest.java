package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;
import java.util.Comparator;
import java.util.SortedMap;

/**
 * One object as it stands in a file.
 *
 * @param group its API group; empty for the core group
 * @param version its API version; two versions of one group and kind are the same kind
 * @param kind its kind
 * @param namespace where it lives; empty for a cluster-scoped object
 * @param name its name
 * @param body the whole object
 */
public record Manifest(String group, String version, String kind, String namespace, String name, Mapping body)
        implements Comparable<Manifest> {

    private static final Comparator<Manifest> ORDER = Comparator.comparing(Manifest::group)
            .thenComparing(Manifest::kind)
            .thenComparing(Manifest::namespace)
            .thenComparing(Manifest::name)
            .thenComparing(Manifest::origin);

    /** Where it begins. */
    public Origin origin() {
        return body.origin();
    }

    /** What makes it one object for the API server: everything but its version and content. */
    public String identity() {
        return (group.isEmpty() ? "" : group + "/") + kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    /** Its labels. */
    public SortedMap<String, String> labels() {
        return body.at("metadata").texts("labels");
    }

    /** Its annotations. */
    public SortedMap<String, String> annotations() {
        return body.at("metadata").texts("annotations");
    }

    @Override
    public int compareTo(Manifest other) {
        return ORDER.compare(this, other);
    }
}
