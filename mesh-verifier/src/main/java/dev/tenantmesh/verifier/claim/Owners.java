package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.access.Access;
import dev.tenantmesh.verifier.access.Writable;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.WorkloadSelector;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who owns which namespaces, and in which of them the owners may write policies themselves.
 *
 * @param namespaces the namespaces of each owner, by its name
 * @param writable where owners may write which policies
 * @param access who is given which roles
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">user-facing roles</a>
 */
public record Owners(Map<String, Set<String>> namespaces, Writable writable, Access access) {

    /** Nobody owns more than one namespace, and nobody may write policies. */
    public static final Owners NONE = new Owners(Map.of(), Set.of());

    public Owners {
        namespaces = Map.copyOf(namespaces);
    }

    /** @param writable the namespaces whose owners may write NetworkPolicies and the mesh's policies there */
    public Owners(Map<String, Set<String>> namespaces, Set<String> writable) {
        this(namespaces, Writable.everything(writable), Access.NONE);
    }

    /** The namespaces of whoever owns one, itself included. */
    Set<String> neighbours(String namespace) {
        return namespaces.values().stream()
                .filter(owned -> owned.contains(namespace))
                .findFirst()
                .orElse(Set.of(namespace));
    }

    /** Whether the same owner has both. */
    boolean share(String one, String other) {
        return neighbours(one).contains(other);
    }

    /** The worst that owners can make of what the manifests say. */
    PolicyModel worst(PolicyModel policies, Level level) {
        return switch (level) {
            case ACCIDENT -> policies;
            case HOSTILE_SOURCE -> policies.withNetworkPolicies(withoutOwnEgress(policies.networkPolicies()));
            case SELF_HARM -> undone(policies);
        };
    }

    /** What closes an owner's own way out does not count where they may write it. */
    private List<NetworkPolicy> withoutOwnEgress(List<NetworkPolicy> policies) {
        List<NetworkPolicy> counted = new ArrayList<>();
        for (NetworkPolicy policy : policies) {
            if (!writable.networkPolicies().contains(policy.namespace())) {
                counted.add(policy);
            } else if (policy.directions().contains(Direction.INGRESS)) {
                Map<Direction, List<NetworkRule>> rules = new EnumMap<>(policy.rules());
                rules.remove(Direction.EGRESS);
                counted.add(
                        new NetworkPolicy(policy.namespace(), policy.name(), policy.pods(), rules, policy.origin()));
            }
        }
        return counted;
    }

    /** One more policy opens what all others close, so that none of a kind that an owner may write counts. */
    private PolicyModel undone(PolicyModel policies) {
        List<PeerAuthentication> modes = Stream.concat(
                        policies.peerAuthentications().stream()
                                .filter(policy ->
                                        !writable.peerAuthentications().contains(policy.namespace())),
                        writable.peerAuthentications().stream().sorted().map(Owners::permissive))
                .toList();
        return policies.withNetworkPolicies(policies.networkPolicies().stream()
                        .filter(policy -> !writable.networkPolicies().contains(policy.namespace()))
                        .toList())
                .withMeshPolicies(
                        modes,
                        policies.authorizationPolicies().stream()
                                .filter(policy ->
                                        !writable.authorizationPolicies().contains(policy.namespace()))
                                .toList());
    }

    private static PeerAuthentication permissive(String namespace) {
        return new PeerAuthentication(
                namespace,
                "(one that its owner could write)",
                WorkloadSelector.NONE,
                PeerAuthentication.Mode.PERMISSIVE,
                new TreeMap<>(),
                dev.tenantmesh.model.problem.Origin.ofModel("namespace " + namespace));
    }
}
