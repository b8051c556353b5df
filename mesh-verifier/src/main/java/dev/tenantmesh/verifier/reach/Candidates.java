package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.network.NetworkLayer;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.NamespaceIndex;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Narrows down who is worth asking about before anybody is asked: of a pod that policies close one way, only those whom a
 * rule could name. It may name too many and never too few; the answer itself is {@link Reachability}'s.
 */
final class Candidates {

    private final List<Pod> onHost;
    private final PolicyModel policies;
    private final ClusterProfile profile;
    private final NetworkLayer network;
    private final NamespaceIndex namespaces;
    private final Map<String, List<Pod>> pods;
    private final Map<String, List<NetworkPolicy>> networkPolicies;

    /** @param among the pods that are asked about */
    Candidates(World world, Collection<Pod> among, PolicyModel policies, ClusterProfile profile, NetworkLayer network) {
        this.onHost = among.stream().filter(Pod::hostNetwork).toList();
        this.policies = policies;
        this.profile = profile;
        this.network = network;
        this.namespaces = new NamespaceIndex(world.namespaces().values());
        this.pods = among.stream()
                .collect(Collectors.groupingBy(pod -> pod.namespace().name()));
        this.networkPolicies =
                policies.networkPolicies().stream().collect(Collectors.groupingBy(NetworkPolicy::namespace));
    }

    /** The pods that a destination may let in; empty if that may be any of them. */
    Optional<Set<Pod>> sourcesOf(Pod destination) {
        return profile.enforcesIngress().isCertain() ? named(destination, Direction.INGRESS) : Optional.empty();
    }

    /** The pods that a source may be let out to; empty if that may be any of them. */
    Optional<Set<Pod>> destinationsOf(Pod source) {
        return profile.enforcesEgress().isCertain() ? named(source, Direction.EGRESS) : Optional.empty();
    }

    private Optional<Set<Pod>> named(Pod subject, Direction direction) {
        if (subject.hostNetwork() || !policies.adminPolicies().isEmpty()) {
            return Optional.empty();
        }
        List<NetworkPolicy> closing = networkPolicies
                .getOrDefault(subject.namespace().name(), List.of())
                .stream()
                .filter(policy ->
                        policy.directions().contains(direction) && policy.pods().selects(subject.labels()))
                .toList();
        List<NetworkRule> rules = closing.stream()
                .flatMap(policy -> policy.rules().getOrDefault(direction, List.of()).stream())
                .toList();
        boolean anybody = closing.isEmpty()
                || rules.stream()
                        .anyMatch(rule ->
                                rule.peers().isEmpty() || rule.peers().stream().anyMatch(network::mayBeAnyPod));
        return anybody ? Optional.empty() : Optional.of(named(rules, subject.namespace()));
    }

    private Set<Pod> named(List<NetworkRule> rules, Namespace own) {
        Set<Pod> named = new LinkedHashSet<>();
        for (NetworkRule rule : rules) {
            for (Peer peer : rule.peers()) {
                if (peer instanceof Peer.Pods wanted) {
                    List<Namespace> homes =
                            wanted.namespaces().map(namespaces::selectedBy).orElse(List.of(own));
                    homes.forEach(home -> pods.getOrDefault(home.name(), List.of()).stream()
                            .filter(pod -> pod.hostNetwork()
                                    || wanted.pods()
                                            .map(selector -> selector.selects(pod.labels()))
                                            .orElse(true))
                            .forEach(named::add));
                }
            }
        }
        named.addAll(onHost);
        return named;
    }
}
