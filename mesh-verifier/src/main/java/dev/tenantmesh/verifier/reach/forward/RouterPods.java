package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.verifier.policy.Routing;
import dev.tenantmesh.verifier.policy.route.HostRoute;
import dev.tenantmesh.verifier.profile.IngressRouter;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who carries out Routes and Ingresses: the cluster's router, a controller of the manifests, or nobody knows who. */
final class RouterPods {

    private static final String TO_ROUTE = "openshift.io/ingress-to-route";

    /**
     * The labels of the pods of controllers, as their own manifests have them.
     *
     * @see <a href="https://github.com/kubernetes/ingress-nginx/tree/main/deploy/static/provider">ingress-nginx</a>
     */
    private static final Map<String, Map<String, String>> CONTROLLERS = Map.of(
            "k8s.io/ingress-nginx",
            Map.of("app.kubernetes.io/name", "ingress-nginx", "app.kubernetes.io/component", "controller"));

    private final World world;
    private final Routing routing;
    private final Optional<IngressRouter> router;

    RouterPods(World world, Routing routing, Optional<IngressRouter> router) {
        this.world = world;
        this.routing = routing;
        this.router = router;
    }

    /** Who carries out a route; where several may, each of them. */
    List<Relay> of(HostRoute route) {
        if (route.kind() == HostRoute.Kind.ROUTE) {
            return List.of(router.map(this::known)
                    .orElseGet(() -> unknown(Relay.Kind.ROUTER, "the router, which is in no manifest")));
        }
        String controller = routing.controllers().getOrDefault(route.controller(), "");
        boolean unnamed = route.controller().isEmpty() && controller.isEmpty();
        if (router.isPresent() && (unnamed || controller.equals(TO_ROUTE))) {
            return List.of(known(router.get()));
        }
        List<Relay> declared = declared(controller);
        return declared.isEmpty()
                ? List.of(unknown(
                        Relay.Kind.INGRESS_CONTROLLER,
                        route.controller().isEmpty()
                                ? "the ingress controller"
                                : "the controller of class " + route.controller()))
                : declared;
    }

    private List<Relay> declared(String controller) {
        Map<String, String> labels = CONTROLLERS.getOrDefault(controller, Map.of());
        return labels.isEmpty()
                ? List.of()
                : world.pods().stream()
                        .filter(pod -> pod.labels().entrySet().containsAll(labels.entrySet()))
                        .map(pod -> Relay.of(Relay.Kind.INGRESS_CONTROLLER, pod))
                        .toList();
    }

    private static Relay unknown(Relay.Kind kind, String name) {
        return Relay.unknown(kind, pod(Namespace.possible(Map.of()), name, Map.of(), false));
    }

    /** The router's pods, or what they may be. */
    private Relay known(IngressRouter known) {
        Map<String, String> labels = new TreeMap<>(
                world.namespace(known.namespace()).map(Namespace::labels).orElse(new TreeMap<>()));
        labels.putAll(known.namespaceLabels());
        Namespace home = Namespace.of(known.namespace(), labels, null);
        List<Pod> candidates = new ArrayList<>();
        if (known.onHostNetwork() != Truth.YES) {
            candidates.add(pod(home, known.name(), known.podLabels(), false));
        }
        if (known.onHostNetwork() != Truth.NO) {
            candidates.add(pod(home, known.name(), known.podLabels(), true));
        }
        return new Relay(Relay.Kind.ROUTER, candidates.get(0), candidates, Truth.YES);
    }

    private static Pod pod(Namespace home, String name, Map<String, String> labels, boolean onHost) {
        return new Pod(home, name, "Router", new TreeMap<>(labels), new TreeMap<>(), "router", onHost, List.of(), null);
    }
}
