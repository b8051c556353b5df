package dev.tenantmesh.verifier.policy;

import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.route.HostRoute;
import dev.tenantmesh.verifier.policy.route.Target;
import dev.tenantmesh.verifier.policy.route.TargetPort;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.select.Truth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Routes that a control plane of OpenShift Service Mesh 2 makes of Gateways of its members, for each host one to the
 * Service of the gateway's pods. Where nobody says whether it does, versions before 2.5 do, and later ones if they were
 * updated from those.
 *
 * @see <a href="https://github.com/maistra/istio/blob/maistra-2.4/pilot/pkg/config/kube/ior/controller.go">its controller</a>
 */
final class GeneratedRoutes {

    private static final String MANAGE = "maistra.io/manageRoute";

    private final Manifests manifests;
    private final Map<String, MeshSettings> members;

    /** @param members which namespace is in which mesh */
    GeneratedRoutes(Manifests manifests, Map<String, MeshSettings> members) {
        this.manifests = manifests;
        this.members = Map.copyOf(members);
    }

    Stream<HostRoute> routes() {
        return manifests.of("maistra.io", "ServiceMeshControlPlane").flatMap(plane -> {
            Truth makes = makes(plane.body().at("spec"));
            return makes.isPossible()
                    ? manifests
                            .of("networking.istio.io", "Gateway")
                            .filter(gateway -> isManaged(gateway, plane.namespace()))
                            .flatMap(gateway -> of(gateway, makes))
                    : Stream.of();
        });
    }

    private static Truth makes(Mapping spec) {
        return switch (spec.at("gateways", "openshiftRoute").text("enabled")) {
            case "true" -> Truth.YES;
            case "false" -> Truth.NO;
            default ->
                List.of("v2.0", "v2.1", "v2.2", "v2.3", "v2.4").contains(spec.text("version"))
                        ? Truth.YES
                        : Truth.MAYBE;
        };
    }

    private boolean isManaged(Manifest gateway, String controlPlane) {
        MeshSettings mesh = members.get(gateway.namespace());
        boolean inMesh = gateway.namespace().equals(controlPlane)
                || (mesh != null && mesh.rootNamespace().equals(controlPlane));
        boolean egress = "egressgateway"
                .equals(gateway.body().at("spec").texts("selector").get("istio"));
        return inMesh && !egress && !"false".equals(gateway.annotations().get(MANAGE));
    }

    private Stream<HostRoute> of(Manifest gateway, Truth makes) {
        Map<String, String> selector = gateway.body().at("spec").texts("selector");
        List<Manifest> services = manifests
                .of("", "Service")
                .filter(service -> leadToTheSame(service.body().at("spec").texts("selector"), selector))
                .toList();
        return gateway.body().at("spec").all("servers").stream()
                .flatMap(server -> server.items("hosts").stream()
                        .flatMap(host ->
                                services.stream().map(service -> route(gateway, service, server, host, makes))));
    }

    private static boolean leadToTheSame(Map<String, String> service, Map<String, String> gateway) {
        Collection<Map.Entry<String, String>> wanted = gateway.entrySet();
        return !service.isEmpty()
                && (wanted.containsAll(service.entrySet()) || service.entrySet().containsAll(wanted));
    }

    private static HostRoute route(Manifest gateway, Manifest service, Mapping server, String host, Truth makes) {
        boolean tls = server.get("tls") != null;
        TargetPort port = TargetPort.ofService(tls ? "https" : "http2");
        return new HostRoute(
                HostRoute.Kind.ROUTE,
                service.namespace(),
                "made of Gateway " + gateway.namespace() + "/" + gateway.name(),
                "",
                List.of(host.substring(host.indexOf('/') + 1)),
                tls ? "passthrough" : "",
                List.of(Target.service(service.namespace(), service.name(), port, server.origin())),
                makes,
                server.origin());
    }
}
