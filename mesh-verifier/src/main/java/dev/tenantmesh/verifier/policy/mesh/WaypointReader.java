package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.mesh.Waypoint.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds waypoints and who says that it uses one. */
public final class WaypointReader {

    private static final String CLASS = "istio-waypoint";

    private WaypointReader() {}

    /** Every waypoint; none where no manifest makes one. */
    public static List<Waypoint> read(Manifests manifests) {
        return manifests
                .of("gateway.networking.k8s.io", "Gateway")
                .filter(gateway ->
                        gateway.body().at("spec").text("gatewayClassName").equals(CLASS))
                .map(gateway -> new Waypoint(
                        gateway.namespace(),
                        gateway.name(),
                        labels(gateway),
                        users(manifests, gateway),
                        gateway.origin()))
                .toList();
    }

    /** What the control plane gives the pods, and what the Gateway adds. */
    private static SortedMap<String, String> labels(Manifest gateway) {
        Mapping infrastructure = gateway.body().at("spec", "infrastructure");
        SortedMap<String, String> labels = new TreeMap<>(gateway.labels());
        labels.putAll(infrastructure.texts("labels"));
        labels.putAll(Map.of(
                "gateway.networking.k8s.io/gateway-name",
                gateway.name(),
                "gateway.networking.k8s.io/gateway-class-name",
                CLASS,
                "gateway.istio.io/managed",
                "istio.io-mesh-controller",
                "istio.io/dataplane-mode",
                "none"));
        return labels;
    }

    private static Set<User> users(Manifests manifests, Manifest gateway) {
        Stream<User> namespaces = manifests
                .of("", "Namespace")
                .filter(namespace -> uses(namespace.labels(), namespace.name(), gateway))
                .map(namespace -> new User(namespace.name(), ""));
        Stream<User> services = manifests
                .of("", "Service")
                .filter(service -> uses(service.labels(), service.namespace(), gateway))
                .map(service -> new User(service.namespace(), service.name()));
        return Stream.concat(namespaces, services).collect(Collectors.toSet());
    }

    private static boolean uses(Map<String, String> labels, String home, Manifest gateway) {
        return gateway.name().equals(labels.get(Waypoint.USE))
                && gateway.namespace().equals(labels.getOrDefault(Waypoint.USE_NAMESPACE, home));
    }
}
