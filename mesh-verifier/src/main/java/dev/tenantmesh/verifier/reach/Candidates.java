package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.NamespaceIndex;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Narrows down who is worth asking about before anybody is asked: of a pod that policies close, only those whom a rule
 * could name. It may name too many and never too few; the answer itself is {@link Reachability}'s.
 */
final class Candidates {

    private final World world;
    private final PolicyModel policies;
    private final ClusterProfile profile;
    private final NamespaceIndex namespaces;
    private final Map<String, List<Pod>> pods;
    private final Map<String, List<NetworkPolicy>> networkPolicies;

    Candidates(World world, PolicyModel policies, ClusterProfile profile) {
        this.world = world;
        this.policies = policies;
        this.profile = profile;
        this.namespaces = new NamespaceIndex(world.namespaces().values());
        this.pods = world.podsByNamespace();
        this.networkPolicies =
                policies.networkPolicies().stream().collect(Collectors.groupingBy(NetworkPolicy::namespace));
    }

    /** The declared pods that may be let in; empty if that may be any of them. */
    Optional<Set<Pod>> sourcesOf(Pod destination) {
        if (destination.hostNetwork()
                || !policies.adminPolicies().isEmpty()
                || !profile.enforcesIngress().isCertain()) {
            return Optional.empty();
        }
        List<NetworkPolicy> closing = networkPolicies
                .getOrDefault(destination.namespace().name(), List.of())
                .stream()
                .filter(policy -> policy.directions().contains(Direction.INGRESS)
                        && policy.pods().selects(destination.labels()))
                .toList();
        List<NetworkRule> rules = closing.stream()
                .flatMap(policy -> policy.rules().getOrDefault(Direction.INGRESS, List.of()).stream())
                .toList();
        boolean anybody = closing.isEmpty()
                || rules.stream()
                        .anyMatch(rule -> rule.peers().isEmpty()
                                || rule.peers().stream().anyMatch(peer -> !(peer instanceof Peer.Pods)));
        return anybody ? Optional.empty() : Optional.of(named(rules, destination));
    }

    private Set<Pod> named(List<NetworkRule> rules, Pod destination) {
        Set<Pod> named = new LinkedHashSet<>();
        for (NetworkRule rule : rules) {
            for (Peer peer : rule.peers()) {
                Peer.Pods wanted = (Peer.Pods) peer;
                List<Namespace> homes =
                        wanted.namespaces().map(namespaces::selectedBy).orElse(List.of(destination.namespace()));
                homes.forEach(home -> pods.getOrDefault(home.name(), List.of()).stream()
                        .filter(pod -> pod.hostNetwork()
                                || wanted.pods()
                                        .map(selector -> selector.selects(pod.labels()))
                                        .orElse(true))
                        .forEach(named::add));
            }
        }
        world.pods().stream().filter(Pod::hostNetwork).forEach(named::add);
        return named;
    }
}
