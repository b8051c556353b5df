package dev.tenantmesh.verifier.policy;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiGatewayReader;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiRoute;
import dev.tenantmesh.verifier.policy.gatewayapi.ApiRouteReader;
import dev.tenantmesh.verifier.policy.route.HostRoute;
import dev.tenantmesh.verifier.policy.route.IngressReader;
import dev.tenantmesh.verifier.policy.route.OpenShiftRouteReader;
import dev.tenantmesh.verifier.policy.route.ServiceEntryReader;
import dev.tenantmesh.verifier.policy.route.VirtualServiceReader;
import dev.tenantmesh.verifier.profile.MeshSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads every kind that makes somebody forward. */
final class RoutingReader {

    private static final String ISTIO = "networking.istio.io";
    private static final List<String> ROUTES = List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute");

    private final Manifests manifests;
    private final Map<String, MeshSettings> members;
    private final Problems problems;

    /** @param members which namespace is in which mesh by its roll */
    RoutingReader(Manifests manifests, Map<String, MeshSettings> members, Problems problems) {
        this.manifests = manifests;
        this.members = members;
        this.problems = problems;
    }

    Routing read() {
        Stream<HostRoute> routes = each("route.openshift.io", "Route", new OpenShiftRouteReader(problems)::read);
        Stream<HostRoute> ingresses = each("networking.k8s.io", "Ingress", new IngressReader(problems)::read)
                .flatMap(List::stream);
        ApiRouteReader api = new ApiRouteReader(problems);
        return new Routing(
                each(ISTIO, "VirtualService", new VirtualServiceReader(problems)::read)
                        .toList(),
                each(ISTIO, "ServiceEntry", new ServiceEntryReader(problems)::read)
                        .toList(),
                Stream.of(routes, ingresses, new GeneratedRoutes(manifests, members).routes())
                        .flatMap(all -> all)
                        .toList(),
                each(ApiRoute.GROUP, "Gateway", new ApiGatewayReader(manifests, problems)::read)
                        .toList(),
                ROUTES.stream()
                        .flatMap(kind -> each(ApiRoute.GROUP, kind, api::read))
                        .toList(),
                each(ApiRoute.GROUP, "ReferenceGrant", api::grant).toList(),
                scopedMeshes(),
                controllers());
    }

    private <T> Stream<T> each(String group, String kind, Function<Manifest, T> reader) {
        return manifests.of(group, kind).map(reader);
    }

    /** @see <a href="https://istio.io/latest/docs/reference/commands/pilot-discovery/#envvars">PILOT_SCOPE_GATEWAY_TO_NAMESPACE</a> */
    private Set<String> scopedMeshes() {
        Stream<String> istios = manifests
                .of("sailoperator.io", "Istio")
                .filter(istio -> isScoped(istio.body().at("spec", "values", "pilot", "env")))
                .map(Manifest::name);
        Stream<String> maistras = manifests
                .of("maistra.io", "ServiceMeshControlPlane")
                .filter(plane ->
                        isScoped(plane.body().at("spec", "runtime", "components", "pilot", "container", "env")))
                .map(Manifest::name);
        Stream<String> values = manifests.others().stream()
                .filter(document -> isScoped(document.at("pilot", "env")))
                .map(document -> document.text("revision"))
                .map(revision -> revision.isEmpty() ? "default" : revision);
        return Stream.of(istios, maistras, values).flatMap(names -> names).collect(Collectors.toSet());
    }

    private static boolean isScoped(Mapping env) {
        return env.text("PILOT_SCOPE_GATEWAY_TO_NAMESPACE").equals("true");
    }

    /** @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class">Default IngressClass</a> */
    private SortedMap<String, String> controllers() {
        SortedMap<String, String> controllers = new TreeMap<>();
        manifests.of("networking.k8s.io", "IngressClass").forEach(known -> {
            String controller = known.body().at("spec").text("controller");
            controllers.put(known.name(), controller);
            if ("true".equals(known.annotations().get("ingressclass.kubernetes.io/is-default-class"))) {
                controllers.put("", controller);
            }
        });
        return controllers;
    }
}
