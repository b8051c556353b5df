package dev.tenantmesh.verifier.policy.network;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A NetworkPolicy: closes the pods it selects in its directions, but for what its rules name. Policies add up.
 *
 * @param namespace where it stands, and the only namespace whose pods it selects
 * @param name its name
 * @param pods which pods
 * @param rules by direction; a direction that is not a key is none of its business
 * @param origin where it was written
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network Policies</a>
 */
public record NetworkPolicy(
        String namespace, String name, LabelSelector pods, Map<Direction, List<NetworkRule>> rules, Origin origin) {

    public NetworkPolicy {
        rules = Map.copyOf(rules);
    }

    /** The directions it closes. */
    public Set<Direction> directions() {
        return rules.keySet();
    }

    /** How messages call it. */
    public String id() {
        return "NetworkPolicy " + namespace + "/" + name;
    }
}
