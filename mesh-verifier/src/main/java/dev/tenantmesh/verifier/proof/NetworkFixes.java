package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.Counterexample;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to change of the policies of the network. */
final class NetworkFixes {

    private final Evidence evidence;

    NetworkFixes(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * How to stop a connection.
     *
     * @param passed what the network made of it in the direction that the claim is about
     * @param wanted the ports on which it is permitted
     */
    String close(Counterexample example, Optional<Step> passed, List<PortRange> wanted) {
        Direction direction = passed.filter(step -> step.layer() == Step.Layer.EGRESS)
                .map(step -> Direction.EGRESS)
                .orElse(Direction.INGRESS);
        Endpoint subject = direction == Direction.INGRESS ? example.destination() : example.source();
        Endpoint other = direction == Direction.INGRESS ? example.source() : example.destination();
        if (!evidence.verifier().profile().enforcesIngress().isPossible()) {
            return "Use a network plugin that enforces NetworkPolicies: by the cluster profile "
                    + evidence.verifier().profile().name() + " none is enforced.";
        }
        if (!(subject instanceof Pod pod)) {
            return "Close it where " + subject.id() + " is configured: NetworkPolicies are about pods only.";
        }
        if (passed.isEmpty() || passed.get().origin() == null) {
            return unselected(pod, direction);
        }
        Origin origin = passed.get().origin();
        return evidence.verifier().policies().networkPolicies().stream()
                .flatMap(policy -> policy.rules().getOrDefault(direction, List.of()).stream()
                        .filter(rule -> rule.origin().equals(origin))
                        .map(rule -> narrow(new Deciding(policy, rule, direction), other, wanted)))
                .findFirst()
                .orElseGet(() ->
                        "Change the rule at " + origin + ": " + passed.get().because() + ".");
    }

    /** A rule that decided, with its policy. */
    private record Deciding(NetworkPolicy policy, NetworkRule rule, Direction direction) {

        String place() {
            return policy.id() + " at " + rule.origin();
        }

        String field() {
            return direction == Direction.INGRESS ? "from" : "to";
        }
    }

    private String unselected(Pod pod, Direction direction) {
        String namespace = pod.namespace().name();
        Optional<NetworkPolicy> discounted = evidence.verifier().policies().networkPolicies().stream()
                .filter(policy -> policy.namespace().equals(namespace)
                        && policy.directions().contains(direction)
                        && policy.pods().selects(pod.labels()))
                .findFirst();
        if (discounted.isPresent()
                && evidence.owners().writable().networkPolicies().contains(namespace)) {
            return "Take the right to write NetworkPolicies in namespace " + namespace
                    + " from its owner, or deny it by a policy of the administrators: "
                    + discounted.get().id() + " at " + discounted.get().origin()
                    + " does not count while its owner may change it.";
        }
        String selected = pod.labels().isEmpty()
                ? "every pod of namespace " + namespace + " (podSelector: {})"
                : LabelSelector.of(pod.labels()) + " in namespace " + namespace;
        return "Add a NetworkPolicy that selects " + selected + " for " + direction.written() + ": none does.";
    }

    private static String narrow(Deciding deciding, Endpoint other, List<PortRange> wanted) {
        String ports = wanted.stream().map(PortRange::toString).sorted().collect(Collectors.joining(", "));
        if (!wanted.isEmpty()) {
            return "Name only " + ports + " under `ports` of the rule of " + deciding.place() + ".";
        }
        NetworkRule rule = deciding.rule();
        if (rule.peers().isEmpty()) {
            return "Name peers under `" + deciding.field() + "` of the rule of " + deciding.place()
                    + ": without any, everybody is one.";
        }
        List<Peer> meant = rule.peers().stream()
                .filter(peer -> mayBe(peer, other, deciding.policy().namespace()))
                .toList();
        Peer first = meant.isEmpty() ? rule.peers().get(0) : meant.get(0);
        String which = rule.peers().size() == 1 ? "the peer" : "the peer " + shown(first) + " of the rule";
        return "Remove " + which + " of " + deciding.place() + ", or narrow its " + field(first) + ".";
    }

    private static boolean mayBe(Peer peer, Endpoint other, String home) {
        if (peer instanceof Peer.Pods pods && other instanceof Pod pod) {
            boolean there = pods.namespaces()
                    .map(selector -> selector.selects(pod.namespace().labels()))
                    .orElse(pod.namespace().name().equals(home));
            return there
                    && pods.pods()
                            .map(selector -> selector.selects(pod.labels()))
                            .orElse(true);
        }
        return peer instanceof Peer.Addresses addresses
                && (!(other instanceof External external) || addresses.block().contains(external.range()));
    }

    private static String field(Peer peer) {
        if (peer instanceof Peer.Pods pods) {
            boolean wideNamespaces = pods.namespaces().isPresent()
                    && (pods.pods().isEmpty()
                            || pods.namespaces().get().requirements().size()
                                    <= pods.pods().get().requirements().size());
            return wideNamespaces ? "namespaceSelector" : "podSelector";
        }
        return peer instanceof Peer.Addresses ? "ipBlock" : "selector";
    }

    private static String shown(Peer peer) {
        if (peer instanceof Peer.Pods pods) {
            String namespaces = pods.namespaces()
                    .map(selector -> "namespaceSelector " + selector)
                    .orElse("");
            String labels =
                    pods.pods().map(selector -> "podSelector " + selector).orElse("");
            return "(" + namespaces + (namespaces.isEmpty() || labels.isEmpty() ? "" : ", ") + labels + ")";
        }
        return peer instanceof Peer.Addresses addresses ? "(ipBlock " + addresses.block() + ")" : "(" + peer + ")";
    }

    /** How to let a connection through. */
    String open(Counterexample example, Step stopping) {
        Direction direction = stopping.layer() == Step.Layer.EGRESS ? Direction.EGRESS : Direction.INGRESS;
        Endpoint other = direction == Direction.INGRESS ? example.source() : example.destination();
        String field = direction == Direction.INGRESS ? "from" : "to";
        String rule = "a rule with `" + field + "` " + peer(other) + " and `ports` " + example.ports();
        Optional<NetworkPolicy> policy = evidence.verifier().policies().networkPolicies().stream()
                .filter(candidate -> candidate.origin().equals(stopping.origin()))
                .findFirst();
        return policy.map(found -> "Add " + rule + " to " + found.id() + " at " + found.origin() + ".")
                .orElseGet(() -> "Add " + rule
                        + (stopping.origin() == null ? "." : " before what decides at " + stopping.origin() + "."));
    }

    private static String peer(Endpoint endpoint) {
        if (endpoint instanceof Pod pod) {
            return "namespace " + pod.namespace().name() + ", podSelector " + LabelSelector.of(pod.labels());
        }
        return endpoint instanceof External external ? "ipBlock " + external.range() : "the addresses of nodes";
    }
}
