package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.access.Access;
import dev.tenantmesh.verifier.access.Writable;
import dev.tenantmesh.verifier.admission.Powers;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.WorkloadSelector;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who owns which namespaces, in which of them the owners may write policies themselves, and what of that would be stored.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles">user-facing roles</a>
 */
public final class Owners {

    /** Nobody owns more than one namespace, and nobody may write policies. */
    public static final Owners NONE = new Owners(Map.of(), Set.of());

    private final Map<String, Set<String>> namespaces;
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final Writable writable;
    private final Access access;
    private final Powers powers;

    /**
     * @param namespaces the namespaces of each owner, by its name
     * @param writable where owners may write which policies
     * @param access who is given which roles
     * @param powers what of that would be stored
     */
    public Owners(Map<String, Set<String>> namespaces, Writable writable, Access access, Powers powers) {
        this.namespaces = Map.copyOf(namespaces);
        this.writable = writable;
        this.access = access;
        this.powers = powers;
        this.namespaces.values().forEach(owned -> owned.forEach(namespace -> neighbours.putIfAbsent(namespace, owned)));
    }

    /** @param writable the namespaces whose owners may write NetworkPolicies and the mesh's policies there */
    public Owners(Map<String, Set<String>> namespaces, Set<String> writable) {
        this(namespaces, Writable.everything(writable), Access.NONE, Powers.unlimited(writable));
    }

    /** The namespaces of each owner, by its name. */
    public Map<String, Set<String>> namespaces() {
        return namespaces;
    }

    /** Where owners may write which policies. */
    public Writable writable() {
        return writable;
    }

    /** Who is given which roles. */
    public Access access() {
        return access;
    }

    /** What would be stored of what they write. */
    public Powers powers() {
        return powers;
    }

    /** The same where something else would be stored. */
    public Owners with(Powers others) {
        return new Owners(namespaces, writable, access, others);
    }

    /** The namespaces of whoever owns one, itself included. */
    Set<String> neighbours(String namespace) {
        return neighbours.getOrDefault(namespace, Set.of(namespace));
    }

    /** Whether the same owner has both. */
    boolean share(String one, String other) {
        return neighbours(one).contains(other);
    }

    /** Whether pods of a namespace can be made what any of a party are, by an owner of both who writes what there is. */
    boolean makes(String namespace, Party party) {
        return writable.networkPolicies().contains(namespace)
                && party instanceof Party.Pods pods
                && pods.namespaces().stream().anyMatch(other -> share(namespace, other));
    }

    /** The worst that owners can make of what the manifests say. */
    PolicyModel worst(PolicyModel policies, Level level) {
        return switch (level) {
            case ACCIDENT -> policies;
            case HOSTILE_SOURCE -> policies.withNetworkPolicies(withoutOwnEgress(policies.networkPolicies()));
            case SELF_HARM -> undone(policies);
        };
    }

    /** What closes an owner's own way out counts as far as they cannot undo it. */
    private List<NetworkPolicy> withoutOwnEgress(List<NetworkPolicy> policies) {
        List<NetworkPolicy> counted = new ArrayList<>();
        for (NetworkPolicy policy : policies) {
            if (!removes(policy) && !opensEverything(policy.namespace(), Direction.EGRESS)) {
                counted.add(policy);
                counted.addAll(openedBeside(policy, Direction.EGRESS));
            } else if (policy.directions().contains(Direction.INGRESS)) {
                Map<Direction, List<NetworkRule>> rules = new EnumMap<>(policy.rules());
                rules.remove(Direction.EGRESS);
                counted.add(
                        new NetworkPolicy(policy.namespace(), policy.name(), policy.pods(), rules, policy.origin()));
            }
        }
        return counted;
    }

    private boolean removes(NetworkPolicy policy) {
        return writable.networkPolicies().contains(policy.namespace())
                && powers.removes("NetworkPolicy", policy.namespace(), policy.name());
    }

    /** Whether a policy that they can store lets everybody through one way, so that no other closes anything. */
    private boolean opensEverything(String namespace, Direction direction) {
        return writable.networkPolicies().contains(namespace)
                && powers.networkPolicies(namespace).stream()
                        .flatMap(policy -> policy.rules().getOrDefault(direction, List.of()).stream())
                        .anyMatch(rule -> rule.peers().isEmpty() && rule.ports().isEmpty());
    }

    /** What they can open one way for the pods that a policy closes; of others nothing is closed anyway. */
    private List<NetworkPolicy> openedBeside(NetworkPolicy policy, Direction direction) {
        if (!writable.networkPolicies().contains(policy.namespace())
                || !policy.directions().contains(direction)) {
            return List.of();
        }
        return powers.networkPolicies(policy.namespace()).stream()
                .filter(opened -> opened.directions().contains(direction))
                .map(opened -> new NetworkPolicy(
                        opened.namespace(),
                        opened.name(),
                        policy.pods(),
                        Map.of(direction, opened.rules().getOrDefault(direction, List.of())),
                        opened.origin()))
                .toList();
    }

    /** One more policy opens what all others close, where it can be stored; and what can be taken away closes nothing. */
    private PolicyModel undone(PolicyModel policies) {
        Set<String> weakened = writable.peerAuthentications().stream()
                .filter(powers::weakensMutualTls)
                .collect(Collectors.toCollection(TreeSet::new));
        List<PeerAuthentication> modes = Stream.concat(
                        policies.peerAuthentications().stream()
                                .filter(policy -> !weakened.contains(policy.namespace())
                                        && !(writable.peerAuthentications().contains(policy.namespace())
                                                && powers.removes(
                                                        "PeerAuthentication", policy.namespace(), policy.name()))),
                        weakened.stream().map(Owners::permissive))
                .toList();
        return policies.withNetworkPolicies(policies.networkPolicies().stream()
                        .flatMap(policy -> opened(policy))
                        .distinct()
                        .toList())
                .withMeshPolicies(
                        modes,
                        policies.authorizationPolicies().stream()
                                .filter(policy -> !(writable.authorizationPolicies()
                                                .contains(policy.namespace())
                                        && powers.removes("AuthorizationPolicy", policy.namespace(), policy.name())))
                                .flatMap(policy -> allowed(policy))
                                .toList());
    }

    /** One that can be taken away is left where another opens it just as much, so that this one can be named. */
    private Stream<NetworkPolicy> opened(NetworkPolicy policy) {
        List<NetworkPolicy> beside = Stream.of(Direction.INGRESS, Direction.EGRESS)
                .flatMap(direction -> openedBeside(policy, direction).stream())
                .toList();
        boolean gone = removes(policy)
                && !policy.directions().stream().allMatch(direction -> opensEverything(policy.namespace(), direction));
        return gone ? Stream.of() : Stream.concat(Stream.of(policy), beside.stream());
    }

    /** Beside one that allows, another may allow anybody; those that deny keep what they deny. */
    private Stream<AuthorizationPolicy> allowed(AuthorizationPolicy policy) {
        boolean moot = policy.action() == AuthorizationPolicy.Action.ALLOW
                && writable.authorizationPolicies().contains(policy.namespace())
                && powers.allowsAnybody(policy.namespace());
        return moot ? Stream.of() : Stream.of(policy);
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
