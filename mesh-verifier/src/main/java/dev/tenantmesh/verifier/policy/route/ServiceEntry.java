package dev.tenantmesh.verifier.policy.route;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Hosts that a mesh knows beside Services.
 *
 * @param namespace where it stands
 * @param name its name
 * @param hosts the hosts
 * @param exportTo in which namespaces it counts, as written; none: in all
 * @param addresses addresses and CIDRs by which the hosts are known
 * @param endpoints where they are: addresses or names; none: where the hosts' names lead
 * @param pods which pods of its namespace they are; empty: none
 * @param ports its ports
 * @param external whether it is outside the mesh
 * @param resolution {@code NONE}, {@code STATIC}, {@code DNS}, {@code DNS_ROUND_ROBIN} or {@code DYNAMIC_DNS}
 * @param origin where it was written
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/">ServiceEntry</a>
 */
public record ServiceEntry(
        String namespace,
        String name,
        List<String> hosts,
        List<String> exportTo,
        List<String> addresses,
        List<String> endpoints,
        Optional<LabelSelector> pods,
        List<EntryPort> ports,
        boolean external,
        String resolution,
        Origin origin) {

    /**
     * One port.
     *
     * @param number by which clients know it
     * @param targets what it is at its endpoints, which may differ from each other
     */
    public record EntryPort(int number, SortedSet<Integer> targets) {

        public EntryPort {
            targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
        }
    }

    public ServiceEntry {
        ports = List.copyOf(ports);
        hosts = List.copyOf(hosts);
        exportTo = List.copyOf(exportTo);
        addresses = List.copyOf(addresses);
        endpoints = List.copyOf(endpoints);
    }

    /** Whether proxies of a namespace are told of it. */
    public boolean isVisibleIn(String other) {
        return Visibility.of(exportTo, namespace, other);
    }

    /** The ports at its endpoints behind one of its own, or behind all. */
    public SortedSet<Integer> behind(TargetPort port) {
        SortedSet<Integer> behind = new TreeSet<>();
        ports.stream()
                .filter(own -> port.kind() == TargetPort.Kind.ANY || own.number() == port.number())
                .forEach(own -> behind.addAll(own.targets()));
        return behind;
    }

    /** How messages call it. */
    public String id() {
        return "ServiceEntry " + namespace + "/" + name;
    }
}
