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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds waypoints and who says that it uses one. A Gateway that takes no tunnels is none, and from other namespaces it is used
 * only where its listener lets them; whoever names it in vain has no waypoint, so that nobody carries out its policies.
 */
public final class WaypointReader {

    private static final String CLASS = "istio-waypoint";
    private static final String TUNNEL = "15008";
    private static final String FOR = "istio.io/waypoint-for";

    private WaypointReader() {}

    /** Every waypoint; none where no manifest makes one. */
    public static List<Waypoint> read(Manifests manifests) {
        return manifests
                .of("gateway.networking.k8s.io", "Gateway")
                .filter(gateway ->
                        gateway.body().at("spec").text("gatewayClassName").equals(CLASS))
                .filter(gateway ->
                        !tunnels(gateway).isEmpty() && !traffic(gateway).equals("none"))
                .map(gateway -> waypoint(manifests, gateway))
                .toList();
    }

    private static Waypoint waypoint(Manifests manifests, Manifest gateway) {
        return new Waypoint(
                gateway.namespace(),
                gateway.name(),
                labels(gateway),
                users(manifests, gateway),
                spared(manifests, gateway),
                List.of("service", "all").contains(traffic(gateway)),
                gateway.origin());
    }

    private static String traffic(Manifest gateway) {
        return gateway.labels().getOrDefault(FOR, "service");
    }

    private static List<Mapping> tunnels(Manifest gateway) {
        return gateway.body().at("spec").all("listeners").stream()
                .filter(listener -> listener.text("protocol").equals("HBONE")
                        && listener.text("port").equals(TUNNEL))
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
        Stream<User> services = services(manifests, service -> uses(service.labels(), service.namespace(), gateway));
        return Stream.concat(namespaces, services)
                .filter(user -> admits(gateway, user.namespace()))
                .collect(Collectors.toSet());
    }

    private static Set<User> spared(Manifests manifests, Manifest gateway) {
        return services(
                        manifests,
                        service -> service.labels().containsKey(Waypoint.USE)
                                && !uses(service.labels(), service.namespace(), gateway))
                .collect(Collectors.toSet());
    }

    private static Stream<User> services(Manifests manifests, Predicate<Manifest> wanted) {
        return manifests.of("", "Service").filter(wanted).map(service -> new User(service.namespace(), service.name()));
    }

    /** Its own namespace always may; others where a listener is for all, or for those that a selector selects. */
    private static boolean admits(Manifest gateway, String namespace) {
        return namespace.equals(gateway.namespace())
                || tunnels(gateway).stream()
                        .map(listener ->
                                listener.at("allowedRoutes", "namespaces").text("from"))
                        .anyMatch(List.of("All", "Selector")::contains);
    }

    private static boolean uses(Map<String, String> labels, String home, Manifest gateway) {
        return gateway.name().equals(labels.get(Waypoint.USE))
                && gateway.namespace().equals(labels.getOrDefault(Waypoint.USE_NAMESPACE, home));
    }
}
