package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.verifier.policy.limit.Limit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the manifests of a namespace reserve for proxies.
 *
 * @param site the cluster
 * @param namespace the namespace
 * @param proxies how many there are, as far as manifests say
 * @param amounts what they reserve, by {@code requests.cpu} and so on
 * @param uncounted workloads of which no manifest says how many pods they have
 * @param unlimited workloads whose proxies nothing bounds
 * @param quota what the namespace may use, as its ResourceQuotas write it
 */
public record NamespaceReserved(
        String site,
        String namespace,
        Range proxies,
        SortedMap<String, Range> amounts,
        List<String> uncounted,
        List<String> unlimited,
        SortedMap<String, String> quota) {

    /** What is reserved and what a quota bounds, in the order of reports. */
    public static final List<String> KEYS = List.of(
            ProxySizes.REQUESTED_CPU, ProxySizes.REQUESTED_MEMORY, ProxySizes.LIMIT_CPU, ProxySizes.LIMIT_MEMORY);

    public NamespaceReserved {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        uncounted = List.copyOf(uncounted);
        unlimited = List.copyOf(unlimited);
        quota = Collections.unmodifiableSortedMap(new TreeMap<>(quota));
    }

    /** How people call it; in one of several clusters by its cluster, too. */
    public String name() {
        return (site.contains("/") ? site.substring(site.indexOf('/') + 1) + ": " : "") + namespace;
    }

    /** Of each namespace of a cluster in which some manifest makes a proxy. */
    public static List<NamespaceReserved> of(SiteManifests manifests) {
        Map<String, List<Reservation>> byNamespace = Reservations.of(manifests).stream()
                .collect(Collectors.groupingBy(
                        each -> each.pod().namespace().name(), TreeMap::new, Collectors.toList()));
        List<NamespaceReserved> all = new ArrayList<>();
        byNamespace.forEach((namespace, reservations) -> all.add(of(manifests, namespace, reservations)));
        return all;
    }

    private static NamespaceReserved of(SiteManifests manifests, String namespace, List<Reservation> reservations) {
        SortedMap<String, Range> amounts = new TreeMap<>();
        for (String key : KEYS) {
            amounts.put(
                    key,
                    sum(reservations.stream()
                            .flatMap(each -> each.amount(key).stream())
                            .toList()));
        }
        return new NamespaceReserved(
                manifests.site().name(),
                namespace,
                sum(reservations.stream().flatMap(each -> each.count().stream()).toList()),
                amounts,
                named(reservations.stream()
                        .filter(each -> each.count().isEmpty())
                        .toList()),
                named(reservations.stream().filter(Reservation::isUnlimited).toList()),
                quota(manifests.verifier().policies().limits(), namespace));
    }

    private static Range sum(Collection<Range> ranges) {
        return ranges.stream().reduce(Range.NONE, Range::plus);
    }

    private static List<String> named(List<Reservation> reservations) {
        return reservations.stream()
                .map(each -> each.pod().id())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static SortedMap<String, String> quota(List<Limit> limits, String namespace) {
        SortedMap<String, String> hard = new TreeMap<>();
        limits.stream()
                .filter(limit -> limit.kind() == Limit.Kind.NAMESPACE
                        && limit.namespace().equals(namespace))
                .forEach(limit ->
                        KEYS.forEach(key -> Optional.ofNullable(limit.amounts().get(key))
                                .ifPresent(amount -> hard.merge(key, amount, (one, other) -> one + " and " + other))));
        return hard;
    }
}
