package dev.tenantmesh.generator.reach;

import dev.tenantmesh.generator.reach.NetworkPolicy.Direction;
import dev.tenantmesh.generator.reach.NetworkPolicy.Peer;
import dev.tenantmesh.generator.reach.NetworkPolicy.Rule;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What NetworkPolicies let through: the source must be let out, and the destination must let it in. */
final class NetworkRules {

    /** Where OVN-Kubernetes shows the processes of the host network, as sources. */
    private static final String HOST_NETWORK = "openshift-host-network";

    private final Cluster cluster;
    private final Map<Direction, Map<Endpoint, List<NetworkPolicy>>> isolating = new EnumMap<>(Direction.class);

    NetworkRules(Cluster cluster) {
        this.cluster = cluster;
        isolating.put(Direction.INGRESS, new IdentityHashMap<>());
        isolating.put(Direction.EGRESS, new IdentityHashMap<>());
    }

    boolean admit(Endpoint source, Endpoint destination, Port port) {
        return admit(Direction.INGRESS, destination, source, port)
                && admit(Direction.EGRESS, source, destination, port);
    }

    String explain(Direction direction, Endpoint subject, Endpoint peer, Port port) {
        if (!isIsolated(direction, subject, peer)) {
            return direction + ": " + subject + " is not isolated from " + peer;
        }
        return direction + ": "
                + allowing(direction, subject, peer, port)
                        .map(policy -> "let through by " + policy.file())
                        .orElse("let through by none of "
                                + isolating(direction, subject).stream()
                                        .map(NetworkPolicy::file)
                                        .toList());
    }

    private boolean admit(Direction direction, Endpoint subject, Endpoint peer, Port port) {
        return !isIsolated(direction, subject, peer)
                || allowing(direction, subject, peer, port).isPresent();
    }

    private boolean isIsolated(Direction direction, Endpoint subject, Endpoint peer) {
        return subject.isPod()
                && peer.kind() != Endpoint.Kind.OWN_NODE
                && !isolating(direction, subject).isEmpty();
    }

    private List<NetworkPolicy> isolating(Direction direction, Endpoint subject) {
        return isolating.get(direction).computeIfAbsent(subject, pod -> cluster.isolating(pod, direction));
    }

    private Optional<NetworkPolicy> allowing(Direction direction, Endpoint subject, Endpoint peer, Port port) {
        return isolating(direction, subject).stream()
                .filter(policy -> policy.rules(direction).stream()
                        .anyMatch(rule -> allows(rule, policy.namespace(), direction, peer, port)))
                .findFirst();
    }

    private boolean allows(Rule rule, String namespace, Direction direction, Endpoint other, Port port) {
        return (rule.ports().isEmpty() || rule.ports().stream().anyMatch(range -> range.contains(port)))
                && (rule.peers().isEmpty()
                        || rule.peers().stream().anyMatch(peer -> matches(peer, namespace, direction, other)));
    }

    private boolean matches(Peer peer, String namespace, Direction direction, Endpoint other) {
        if (peer.block().isPresent()) {
            return peer.block().get().contains(other.address());
        }
        return switch (other.kind()) {
            case POD -> selects(peer, namespace, other);
            case HOST_PROCESS -> cluster.isOvn() && selectsHost(peer, namespace, direction, other);
            case OWN_NODE, ADDRESS -> false;
        };
    }

    private boolean selects(Peer peer, String namespace, Endpoint pod) {
        boolean ofNamespace = peer.namespaces()
                .map(selector -> selector.matches(cluster.labels(pod.namespace())))
                .orElse(namespace.equals(pod.namespace()));
        return ofNamespace
                && peer.pods().map(selector -> selector.matches(pod.labels())).orElse(true);
    }

    /**
     * A selector of namespaces alone finds the host network as a source, by the labels of its stand-in namespace. A
     * selector of pods finds pods of the host network as destinations, by the address of their node.
     */
    private boolean selectsHost(Peer peer, String namespace, Direction direction, Endpoint process) {
        if (direction == Direction.EGRESS) {
            return peer.pods().isPresent() && selects(peer, namespace, process);
        }
        return peer.pods().isEmpty() && peer.namespaces().orElseThrow().matches(cluster.labels(HOST_NETWORK));
    }
}
