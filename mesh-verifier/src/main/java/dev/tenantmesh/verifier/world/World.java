package dev.tenantmesh.verifier.world;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody that manifests declare.
 *
 * @param namespaces by name, also those that only objects name
 * @param pods of every workload, sorted by namespace and name
 * @param services by namespace
 */
public record World(
        SortedMap<String, Namespace> namespaces, List<Pod> pods, SortedMap<String, List<Service>> services) {

    public World {
        namespaces = Collections.unmodifiableSortedMap(new TreeMap<>(namespaces));
        pods = List.copyOf(pods);
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** The same with more namespaces, or others of the same names; pods keep to theirs by name. */
    public World with(List<Namespace> others) {
        SortedMap<String, Namespace> all = new TreeMap<>(namespaces);
        others.forEach(namespace -> all.put(namespace.name(), namespace));
        List<Pod> moved = pods.stream()
                .map(pod -> pod.in(all.getOrDefault(pod.namespace().name(), pod.namespace())))
                .toList();
        return new World(all, moved, services);
    }

    /** The same with Services that are in no manifest. */
    public World withServices(List<Service> others) {
        SortedMap<String, List<Service>> all = new TreeMap<>(services);
        others.forEach(service -> all.merge(
                service.namespace(),
                List.of(service),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return new World(namespaces, pods, all);
    }

    /** The pods called {@code namespace/name}, or {@code namespace/kind/name} where two kinds share a name. */
    public List<Pod> podsOf(String id) {
        return pods.stream()
                .filter(pod ->
                        pod.id().equals(id) || id.equals(pod.namespace().name() + "/" + pod.kind() + "/" + pod.name()))
                .toList();
    }

    /** The Services that lead to a pod. */
    public List<Service> servicesOf(Pod pod) {
        return services.getOrDefault(pod.namespace().name(), List.of()).stream()
                .filter(service -> service.selects(pod))
                .toList();
    }

    /** The namespace of a name; empty if nothing names it. */
    public Optional<Namespace> namespace(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    /** Every pod with its namespace. */
    public Map<String, List<Pod>> podsByNamespace() {
        Function<Pod, String> namespace = pod -> pod.namespace().name();
        return pods.stream().collect(Collectors.groupingBy(namespace, TreeMap::new, Collectors.toList()));
    }
}
