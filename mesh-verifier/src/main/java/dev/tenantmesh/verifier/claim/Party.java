package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Somebody whom a claim speaks of. */
public interface Party {

    /** Whether an endpoint is one of them. */
    boolean includes(Endpoint endpoint);

    /** How people call them. */
    String title();

    /** The namespaces outside of which it includes each pod of the pod network, or none; empty if it may include some. */
    default Optional<Set<String>> named() {
        return Optional.empty();
    }

    /**
     * Pods of some namespaces.
     *
     * @param namespaces their names
     * @param pods which of their pods
     * @param title how people call them
     */
    record Pods(Set<String> namespaces, LabelSelector pods, String title) implements Party {

        public Pods {
            namespaces = new TreeSet<>(namespaces);
        }

        @Override
        public boolean includes(Endpoint endpoint) {
            return endpoint instanceof Pod pod
                    && namespaces.contains(pod.namespace().name())
                    && pods.selects(pod.labels());
        }

        @Override
        public Optional<Set<String>> named() {
            return Optional.of(namespaces);
        }
    }

    /**
     * Pods of namespaces with certain labels.
     *
     * @param namespaces the labels of their namespaces
     * @param pods which of their pods
     * @param title how people call them
     */
    record Labelled(LabelSelector namespaces, LabelSelector pods, String title) implements Party {

        @Override
        public boolean includes(Endpoint endpoint) {
            return endpoint instanceof Pod pod
                    && namespaces.selects(pod.namespace().labels())
                    && pods.selects(pod.labels());
        }
    }

    /**
     * Addresses outside the cluster.
     *
     * @param ranges the addresses
     */
    record Addresses(List<AddressRange> ranges) implements Party {

        public Addresses {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean includes(Endpoint endpoint) {
            return endpoint instanceof External external
                    && ranges.stream().anyMatch(range -> range.contains(external.range()));
        }

        @Override
        public Optional<Set<String>> named() {
            return Optional.of(Set.of());
        }

        @Override
        public String title() {
            return ranges.stream().map(AddressRange::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * Processes on nodes, pods on the host network included.
     *
     * @param title how people call them
     */
    record Nodes(String title) implements Party {

        @Override
        public boolean includes(Endpoint endpoint) {
            return endpoint instanceof HostProcess || (endpoint instanceof Pod pod && pod.hostNetwork());
        }

        @Override
        public Optional<Set<String>> named() {
            return Optional.of(Set.of());
        }
    }

    /**
     * Everybody whom one of several parties includes.
     *
     * @param parties the parties
     * @param title how people call them
     */
    record AnyOf(List<Party> parties, String title) implements Party {

        public AnyOf {
            parties = List.copyOf(parties);
        }

        @Override
        public boolean includes(Endpoint endpoint) {
            return parties.stream().anyMatch(party -> party.includes(endpoint));
        }
    }

    /** Everybody. */
    Party ANYONE = new Party() {
        @Override
        public boolean includes(Endpoint endpoint) {
            return true;
        }

        @Override
        public Optional<Set<String>> named() {
            return Optional.of(Set.of());
        }

        @Override
        public String title() {
            return "anyone";
        }
    };
}
