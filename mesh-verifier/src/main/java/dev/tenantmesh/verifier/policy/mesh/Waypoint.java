package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Origin;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A proxy that clients of a namespace, a Service or a pod are sent to, and that passes on what it admits under an identity
 * of its own. Its pods are in no manifest: the control plane makes them of a Gateway.
 *
 * @param namespace of the Gateway, and of the pods
 * @param name of the Gateway
 * @param labels of the pods
 * @param users what says that it uses the waypoint, and may
 * @param spared Services that say that they use another one, or none
 * @param ofServices whether Services have it, and not only pods
 * @param origin where the Gateway was written
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Configure waypoint proxies</a>
 */
public record Waypoint(
        String namespace,
        String name,
        SortedMap<String, String> labels,
        Set<User> users,
        Set<User> spared,
        boolean ofServices,
        Origin origin) {

    /** The label by which somebody uses one. */
    public static final String USE = "istio.io/use-waypoint";

    /** The label that says in which namespace it is; without it, it is in the user's. */
    public static final String USE_NAMESPACE = "istio.io/use-waypoint-namespace";

    /**
     * A namespace or a Service that uses a waypoint.
     *
     * @param namespace its namespace, or itself
     * @param service its name; empty for a namespace
     */
    public record User(String namespace, String service) {}

    public Waypoint {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        users = Set.copyOf(users);
        spared = Set.copyOf(spared);
    }

    /** Whether clients of a Service come by it, as far as manifests say. */
    public boolean isBefore(String inNamespace, String service) {
        User named = new User(inNamespace, service);
        return ofServices
                && (users.contains(named) || (users.contains(new User(inNamespace, "")) && !spared.contains(named)));
    }

    /** How messages call it. */
    public String id() {
        return "waypoint " + namespace + "/" + name;
    }
}
