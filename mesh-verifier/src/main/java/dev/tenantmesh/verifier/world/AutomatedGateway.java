package dev.tenantmesh.verifier.world;

import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Istio makes of a Gateway of the Gateway API: pods and a Service that stand in no manifest.
 *
 * @param manifest the Gateway
 * @param namespace where it stands
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment">Automated deployment</a>
 */
record AutomatedGateway(Manifest manifest, Namespace namespace) {

    private static final String CLASS = "istio";
    private static final String NAME = "gateway.networking.k8s.io/gateway-name";
    private static final String REVISION = "istio.io/rev";

    /** Whether somebody makes pods for it: it is of Istio's class, and no address says that they are there already. */
    static boolean isOne(Manifest manifest) {
        Mapping spec = manifest.body().at("spec");
        return manifest.group().equals("gateway.networking.k8s.io")
                && manifest.kind().equals("Gateway")
                && spec.text("gatewayClassName").equals(CLASS)
                && spec.all("addresses").isEmpty();
    }

    private String name() {
        return manifest.name() + "-" + CLASS;
    }

    Pod pod() {
        SortedMap<String, String> labels = new TreeMap<>(infrastructure("labels"));
        labels.put(NAME, manifest.name());
        labels.put("gateway.networking.k8s.io/gateway-class-name", CLASS);
        labels.put(Pod.MANAGED_GATEWAY, "istio.io-gateway-controller");
        String revision = manifest.labels().get(REVISION);
        if (revision != null) {
            labels.put(REVISION, revision);
        }
        return new Pod(
                namespace,
                name(),
                "Gateway",
                labels,
                new TreeMap<>(infrastructure("annotations")),
                name(),
                false,
                List.of(),
                manifest.origin());
    }

    private Map<String, String> infrastructure(String key) {
        return manifest.body().at("spec", "infrastructure").texts(key);
    }

    Service service() {
        List<Service.ServicePort> ports = new ArrayList<>();
        for (Mapping listener : manifest.body().at("spec").all("listeners")) {
            Port.parse("tcp/" + listener.text("port"))
                    .map(port -> new Service.ServicePort(listener.text("name"), port, "", ""))
                    .ifPresent(ports::add);
        }
        String type = manifest.annotations().getOrDefault("networking.istio.io/service-type", "LoadBalancer");
        return new Service(
                manifest.namespace(),
                name(),
                type,
                new TreeMap<>(Map.of(NAME, manifest.name())),
                ports,
                "",
                List.of(),
                manifest.origin());
    }
}
