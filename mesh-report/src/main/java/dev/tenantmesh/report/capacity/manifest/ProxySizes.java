package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.crds.syntax.Quantity;
import dev.tenantmesh.model.capacity.Amount;
import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.limit.Limit;
import dev.tenantmesh.verifier.world.Pod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one proxy reserves, by the manifests: what its container says; else, of a sidecar, its pod's annotations, of which
 * one makes an injector forget its defaults for the others; else those defaults. What is left open then, a LimitRange of the
 * namespace fills in.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">LimitRange</a>
 */
final class ProxySizes {

    static final String REQUESTED_CPU = "requests.cpu";
    static final String REQUESTED_MEMORY = "requests.memory";
    static final String LIMIT_CPU = "limits.cpu";
    static final String LIMIT_MEMORY = "limits.memory";

    private static final String PROXY = "istio-proxy";
    private static final Map<String, String> ANNOTATIONS = Map.of(
            REQUESTED_CPU, "sidecar.istio.io/proxyCPU",
            REQUESTED_MEMORY, "sidecar.istio.io/proxyMemory",
            LIMIT_CPU, "sidecar.istio.io/proxyCPULimit",
            LIMIT_MEMORY, "sidecar.istio.io/proxyMemoryLimit");

    private final List<Limit> limits;

    /** @param limits what LimitRanges say of containers */
    ProxySizes(List<Limit> limits) {
        this.limits = limits.stream()
                .filter(limit -> limit.kind() == Limit.Kind.CONTAINER)
                .toList();
    }

    /**
     * The proxy of a pod.
     *
     * @param spec of the pod
     * @param injected whether an injector or a control plane completes what the pod does not say
     * @return cores and bytes, by {@code requests.cpu} and so on; what nobody says is not there
     */
    SortedMap<String, BigDecimal> of(Pod pod, Mapping spec, boolean injected) {
        SortedMap<String, BigDecimal> size = new TreeMap<>();
        Stream.of("containers", "initContainers")
                .flatMap(key -> spec.all(key).stream())
                .filter(container -> container.text("name").equals(PROXY))
                .findFirst()
                .ifPresent(container -> size.putAll(resources(container)));
        if (size.isEmpty() && injected) {
            size.putAll(annotated(pod));
        }
        if (size.isEmpty() && injected) {
            size.putAll(defaults());
        }
        limits.stream()
                .filter(limit -> limit.namespace().equals(pod.namespace().name()))
                .forEach(limit -> complete(size, limit.amounts()));
        return size;
    }

    private static SortedMap<String, BigDecimal> resources(Mapping container) {
        SortedMap<String, BigDecimal> said = new TreeMap<>();
        for (String part : List.of("requests", "limits")) {
            container.at("resources").texts(part).forEach((resource, text) -> put(said, part + "." + resource, text));
        }
        return said;
    }

    private static SortedMap<String, BigDecimal> annotated(Pod pod) {
        SortedMap<String, BigDecimal> said = new TreeMap<>();
        ANNOTATIONS.forEach(
                (key, annotation) -> put(said, key, pod.annotations().getOrDefault(annotation, "")));
        return said;
    }

    private static SortedMap<String, BigDecimal> defaults() {
        Amount requests = ProxySize.INJECTED.requests();
        Amount most = ProxySize.INJECTED.limits();
        return new TreeMap<>(Map.of(
                REQUESTED_CPU, requests.cpu(),
                REQUESTED_MEMORY, requests.memory(),
                LIMIT_CPU, most.cpu(),
                LIMIT_MEMORY, most.memory()));
    }

    private static void put(Map<String, BigDecimal> size, String key, String text) {
        Quantity.parse(text).ifPresent(amount -> size.put(key, amount.value()));
    }

    /** A request that is left out is the limit, before anything else is asked. */
    private static void complete(SortedMap<String, BigDecimal> size, SortedMap<String, String> range) {
        for (String resource : List.of("cpu", "memory")) {
            String request = "requests." + resource;
            String limit = "limits." + resource;
            Optional.ofNullable(size.get(limit)).ifPresent(most -> size.putIfAbsent(request, most));
            Optional<BigDecimal> most = first(range, "default." + resource, "max." + resource);
            most.ifPresent(amount -> size.putIfAbsent(limit, amount));
            first(range, "defaultRequest." + resource)
                    .or(() -> most)
                    .or(() -> first(range, "min." + resource))
                    .ifPresent(amount -> size.putIfAbsent(request, amount));
        }
    }

    private static Optional<BigDecimal> first(Map<String, String> range, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> Quantity.parse(range.getOrDefault(key, "")).stream())
                .map(Quantity::value)
                .findFirst();
    }
}
