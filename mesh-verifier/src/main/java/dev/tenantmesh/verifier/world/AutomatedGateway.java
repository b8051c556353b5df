package dev.tenantmesh.verifier.world;

import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Istio makes of a Gateway of the Gateway API: pods and a Service that stand in no manifest. Those of a waypoint have the
 * name of the Gateway itself.
 *
 * @param manifest the Gateway
 * @param namespace where it stands
 * @param overlays what is laid over them
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment">Automated deployment</a>
 */
record AutomatedGateway(Manifest manifest, Namespace namespace, GatewayOverlays overlays) {

    private static final String CLASS = "istio";
    private static final String WAYPOINT = "istio-waypoint";
    private static final String API = "gateway.networking.k8s.io";
    private static final String NAME = API + "/gateway-name";
    private static final String REVISION = "istio.io/rev";
    private static final String NAME_OVERRIDE = "gateway.istio.io/name-override";
    private static final String ACCOUNT = "gateway.istio.io/service-account";
    private static final String SERVICE_TYPE = "networking.istio.io/service-type";

    /** Whether somebody makes pods for it: it is of a class of Istio's, and no name says that they are there already. */
    static boolean isOne(Manifest manifest) {
        Mapping spec = manifest.body().at("spec");
        return manifest.group().equals(API)
                && manifest.kind().equals("Gateway")
                && List.of(CLASS, WAYPOINT).contains(spec.text("gatewayClassName"))
                && isUnaddressed(spec.all("addresses"));
    }

    /** A single address of a load balancer is one that is asked for. */
    private static boolean isUnaddressed(List<Mapping> addresses) {
        return addresses.isEmpty()
                || (addresses.size() == 1
                        && List.of("", "IPAddress").contains(addresses.get(0).text("type")));
    }

    private boolean isWaypoint() {
        return manifest.body().at("spec").text("gatewayClassName").equals(WAYPOINT);
    }

    private String usual() {
        return isWaypoint() ? manifest.name() : manifest.name() + "-" + CLASS;
    }

    private String name() {
        return manifest.annotations().getOrDefault(NAME_OVERRIDE, usual());
    }

    Pod pod() {
        SortedMap<String, String> labels = infrastructure("labels", manifest.labels());
        labels.putIfAbsent("sidecar.istio.io/inject", "false");
        labels.put(NAME, manifest.name());
        labels.put(API + "/gateway-class-name", isWaypoint() ? WAYPOINT : CLASS);
        labels.put(Pod.MANAGED_GATEWAY, isWaypoint() ? Pod.OF_WAYPOINTS : "istio.io-gateway-controller");
        if (isWaypoint()) {
            labels.put("istio.io/dataplane-mode", "none");
        }
        String revision = manifest.labels().get(REVISION);
        if (revision != null) {
            labels.put(REVISION, revision);
        }
        List<Mapping> metadata =
                overlays.templates().stream().map(each -> each.at("metadata")).toList();
        List<Mapping> spec =
                overlays.templates().stream().map(each -> each.at("spec")).toList();
        return new Pod(
                namespace,
                name(),
                "Gateway",
                GatewayOverlays.merged(labels, metadata, "labels"),
                GatewayOverlays.merged(infrastructure("annotations", manifest.annotations()), metadata, "annotations"),
                GatewayOverlays.last(manifest.annotations().getOrDefault(ACCOUNT, usual()), spec, "serviceAccountName"),
                GatewayOverlays.last("false", spec, "hostNetwork").equals("true"),
                List.of(),
                manifest.origin());
    }

    /** What says nothing of its own gets what the Gateway itself has. */
    private SortedMap<String, String> infrastructure(String key, Map<String, String> otherwise) {
        Mapping written = manifest.body().at("spec", "infrastructure");
        SortedMap<String, String> all = new TreeMap<>(written.get(key) == null ? otherwise : written.texts(key));
        all.keySet().removeIf(name -> name.startsWith(API + "/"));
        return all;
    }

    Service service() {
        List<Service.ServicePort> ports = new ArrayList<>();
        for (Mapping listener : manifest.body().at("spec").all("listeners")) {
            Port.parse("tcp/" + listener.text("port"))
                    .map(port -> new Service.ServicePort(listener.text("name"), port, target(listener), ""))
                    .ifPresent(ports::add);
        }
        List<Mapping> spec =
                overlays.services().stream().map(each -> each.at("spec")).toList();
        return new Service(
                manifest.namespace(),
                name(),
                GatewayOverlays.last(
                        manifest.annotations().getOrDefault(SERVICE_TYPE, isWaypoint() ? "ClusterIP" : "LoadBalancer"),
                        spec,
                        "type"),
                GatewayOverlays.merged(new TreeMap<>(Map.of(NAME, manifest.name())), spec, "selector"),
                ports,
                "",
                spec.stream()
                        .flatMap(each -> each.items("externalIPs").stream())
                        .toList(),
                manifest.origin());
    }

    /** The pods' port behind a listener's: the same, unless something else is laid over it. */
    private String target(Mapping listener) {
        List<Mapping> same = overlays.services().stream()
                .flatMap(each -> each.at("spec").all("ports").stream())
                .filter(port -> port.text("port").equals(listener.text("port")))
                .toList();
        return GatewayOverlays.last("", same, "targetPort");
    }
}
