package dev.tenantmesh.generator.platform;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The other end of a rule. No peer can be built that matches everybody: an empty one is refused here. */
public sealed interface Peer {

    /**
     * Pods of namespaces that are named, which no tenant can forge.
     *
     * @param namespaces at least one, sorted
     * @param podLabels narrows it; empty: all their pods
     */
    record Named(List<String> namespaces, SortedMap<String, String> podLabels) implements Peer {

        public Named {
            if (namespaces.isEmpty()) {
                throw new IllegalArgumentException("A peer without a namespace would admit every namespace");
            }
            namespaces = namespaces.stream().distinct().sorted().toList();
            podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        }

        public Named(String namespace, Map<String, String> podLabels) {
            this(List.of(namespace), new TreeMap<>(podLabels));
        }
    }

    /**
     * Pods of namespaces that the platform labels.
     *
     * @param namespaceLabels at least one
     * @param podLabels narrows it; empty: no pod selector at all, which on OVN-Kubernetes is what matches host-network
     *     sources
     */
    record Labelled(SortedMap<String, String> namespaceLabels, SortedMap<String, String> podLabels) implements Peer {

        public Labelled {
            if (namespaceLabels.isEmpty()) {
                throw new IllegalArgumentException("A peer without a namespace label would admit every namespace");
            }
            namespaceLabels = Collections.unmodifiableSortedMap(new TreeMap<>(namespaceLabels));
            podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        }

        public Labelled(Map<String, String> namespaceLabels, Map<String, String> podLabels) {
            this((SortedMap<String, String>) new TreeMap<>(namespaceLabels), new TreeMap<>(podLabels));
        }
    }

    /**
     * Addresses that are neither pods nor Services.
     *
     * @param cidr a canonical range
     * @param except what of it is left out
     */
    record Addresses(String cidr, List<String> except) implements Peer {

        public Addresses {
            except = List.copyOf(except);
        }

        public Addresses(String cidr) {
            this(cidr, List.of());
        }
    }
}
