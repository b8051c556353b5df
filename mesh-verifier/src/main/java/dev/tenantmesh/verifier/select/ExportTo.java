package dev.tenantmesh.verifier.select;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The namespaces that an object of a mesh is known in.
 *
 * @param names as written: names of namespaces, {@code .} for its own, {@code *} for all, {@code ~} for none; empty if
 *     the object does not say it, so that a default of the mesh counts
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-export_to">exportTo</a>
 */
public record ExportTo(SortedSet<String> names) {

    /** Nothing is said. */
    public static final ExportTo UNSAID = new ExportTo(Collections.emptySortedSet());

    /** Known everywhere, which is what Istio itself does by default. */
    public static final ExportTo EVERYWHERE = new ExportTo(new TreeSet<>(Collections.singleton("*")));

    public ExportTo {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    public static ExportTo of(Collection<String> names) {
        return new ExportTo(new TreeSet<>(names));
    }

    /** What it says; what another one says where it says nothing. */
    public ExportTo or(ExportTo otherwise) {
        return names.isEmpty() ? otherwise : this;
    }

    /**
     * Whether an object is known in a namespace.
     *
     * @param home the namespace that the object is in
     */
    public boolean reaches(String home, String namespace) {
        return names.contains("*") || names.contains(namespace) || (names.contains(".") && home.equals(namespace));
    }

    /** Whether it names its own namespace and no other. */
    public boolean isPrivate(String home) {
        return names.size() == 1 && (names.contains(".") || names.contains(home));
    }

    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
