package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.verifier.reach.Adversary;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What two sides are compared for.
 *
 * @param adversary against whom both answers hold
 * @param tenants the owner of each namespace that has one; any other namespace owns itself
 * @param namespaces only edges both of whose ends are in these; empty: all
 * @param kinds whether kinds of pods that nobody declared are told apart by their labels; if not, one stands for all of
 *     a namespace, so that two platforms compare on which a pod asks for a proxy in different words
 */
public record DiffOptions(Adversary adversary, Map<String, String> tenants, Set<String> namespaces, boolean kinds) {

    /** Everything, against owners of a source who do what they can. */
    public static final DiffOptions ALL = new DiffOptions(Adversary.HOSTILE_SOURCE, Map.of(), Set.of(), true);

    public DiffOptions {
        tenants = Map.copyOf(tenants);
        namespaces = Set.copyOf(namespaces);
    }

    /** The same for whoever owns these namespaces. */
    public DiffOptions ownedBy(Map<String, String> owners) {
        return new DiffOptions(adversary, owners, namespaces, kinds);
    }

    /** The same against somebody else. */
    public DiffOptions against(Adversary other) {
        return new DiffOptions(other, tenants, namespaces, kinds);
    }

    /** The same between these namespaces only. */
    public DiffOptions between(Set<String> others) {
        return new DiffOptions(adversary, tenants, others, kinds);
    }

    /** The same without telling kinds of pods apart that nobody declared. */
    public DiffOptions withoutKinds() {
        return new DiffOptions(adversary, tenants, namespaces, false);
    }

    String owner(String namespace) {
        return tenants.getOrDefault(namespace, namespace);
    }

    Set<String> neighbours(String namespace) {
        String owner = tenants.get(namespace);
        if (owner == null) {
            return Set.of(namespace);
        }
        Map<String, String> owned = new TreeMap<>(tenants);
        owned.values().removeIf(other -> !other.equals(owner));
        return Set.copyOf(owned.keySet());
    }

    boolean includes(Edge edge) {
        return namespaces.isEmpty()
                || (namespaces.contains(edge.source().namespace())
                        && namespaces.contains(edge.destination().namespace()));
    }
}
