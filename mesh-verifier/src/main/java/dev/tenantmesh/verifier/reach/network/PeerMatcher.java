package dev.tenantmesh.verifier.reach.network;

import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;

/**
 * Decides whether a peer of a rule is a certain endpoint. Pods on the host network are addresses of their node for most
 * plugins; OVN-Kubernetes matches them as sources by a namespace of its own, and as destinations by their labels.
 *
 * @param profile what the cluster's plugin does
 */
record PeerMatcher(ClusterProfile profile) {

    /**
     * @param peer what the rule names
     * @param home the namespace of the policy
     * @param other who is asked about
     * @param direction of the rule: ingress asks about a source, egress about a destination
     */
    Truth matches(Peer peer, String home, Endpoint other, Direction direction) {
        if (peer instanceof Peer.Pods pods) {
            return other instanceof Pod pod && !pod.hostNetwork()
                    ? Truth.of(names(pods, home, pod))
                    : matchesHost(pods, home, other, direction);
        }
        return peer instanceof Peer.Addresses addresses ? matches(addresses, other) : Truth.MAYBE;
    }

    /**
     * Whether one of the peers of an administrators' rule is the other end. Their selectors never select pods on the host
     * network, and no process of a node; and whoever has an address has one in one of the two families.
     *
     * @see <a href="https://network-policy-api.sigs.k8s.io/api-overview/">Network Policy API</a>
     */
    Truth matchesAny(List<Peer> all, Endpoint other, Direction direction) {
        boolean onHost = isOnHost(other);
        if (hasEveryAddress(all) && (onHost || other instanceof External)) {
            return Truth.YES;
        }
        Truth match = Truth.NO;
        for (Peer peer : all) {
            match = match.or(onHost && peer instanceof Peer.Pods ? Truth.NO : matches(peer, "", other, direction));
        }
        return match;
    }

    private static boolean hasEveryAddress(List<Peer> all) {
        return all.contains(new Peer.Addresses(AddressRange.all(4), List.of()))
                && all.contains(new Peer.Addresses(AddressRange.all(6), List.of()));
    }

    /** Whether the addresses of several peers together are all that a process of a node can have. */
    boolean coverNodes(List<Peer> all, Endpoint other) {
        return isOnHost(other)
                && !profile.nodeRanges().isEmpty()
                && profile.nodeRanges().stream()
                        .allMatch(range -> all.stream()
                                .anyMatch(peer -> peer instanceof Peer.Addresses addresses
                                        && among(List.of(range), addresses) == Truth.YES));
    }

    private static boolean isOnHost(Endpoint other) {
        return other instanceof HostProcess || (other instanceof Pod pod && pod.hostNetwork());
    }

    /** Whether a peer that names no pods may be any of the pod network all the same. */
    boolean mayBeAnyPod(Peer peer) {
        return peer instanceof Peer.Addresses addresses ? ofPods(addresses).isPossible() : !(peer instanceof Peer.Pods);
    }

    private static boolean names(Peer.Pods peer, String home, Pod pod) {
        boolean inNamespace = peer.namespaces()
                .map(selector -> selector.selects(pod.namespace().labels()))
                .orElse(pod.namespace().name().equals(home));
        return inNamespace
                && peer.pods().map(selector -> selector.selects(pod.labels())).orElse(true);
    }

    private Truth matchesHost(Peer.Pods peer, String home, Endpoint other, Direction direction) {
        if (other instanceof External) {
            return Truth.NO;
        }
        if (profile.hostNetworkNamespace().isEmpty()) {
            return other instanceof Pod pod && names(peer, home, pod) ? Truth.MAYBE : Truth.NO;
        }
        if (direction == Direction.INGRESS) {
            return Truth.of(peer.pods().isEmpty() && namesHostNetwork(peer));
        }
        return Truth.of(peer.pods().isPresent() && other instanceof Pod pod && names(peer, home, pod));
    }

    private boolean namesHostNetwork(Peer.Pods peer) {
        LabelSelector namespaces = peer.namespaces().orElse(null);
        return namespaces != null
                && namespaces.selects(profile.hostNetworkNamespace().orElseThrow());
    }

    private Truth matches(Peer.Addresses peer, Endpoint other) {
        if (other instanceof External external) {
            boolean excepted = peer.except().stream().anyMatch(range -> range.contains(external.range()));
            return Truth.of(peer.block().contains(external.range()) && !excepted);
        }
        if (isOnHost(other)) {
            return among(profile.nodeRanges(), peer);
        }
        return ofPods(peer);
    }

    private Truth ofPods(Peer.Addresses peer) {
        return profile.addressesMatchPods().and(among(profile.podRanges(), peer));
    }

    /** Whether addresses that are somewhere in known ranges are in the block of a peer. */
    private static Truth among(List<AddressRange> ranges, Peer.Addresses peer) {
        if (ranges.isEmpty()) {
            return Truth.MAYBE;
        }
        if (ranges.stream().noneMatch(range -> range.overlaps(peer.block()))) {
            return Truth.NO;
        }
        boolean whole = ranges.stream()
                .allMatch(range ->
                        peer.block().contains(range) && peer.except().stream().noneMatch(range::overlaps));
        boolean none = ranges.stream()
                .filter(range -> range.overlaps(peer.block()))
                .allMatch(range -> peer.except().stream().anyMatch(except -> except.contains(range)));
        return whole ? Truth.YES : none ? Truth.NO : Truth.MAYBE;
    }
}
