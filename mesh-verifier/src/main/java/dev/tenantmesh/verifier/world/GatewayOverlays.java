package dev.tenantmesh.verifier.world;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.PlainDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is laid over the objects that Istio makes of a Gateway: first what the mesh says for all Gateways of the class, then
 * what the Gateway itself names. Each is a text of YAML, which is merged as a strategic merge patch.
 *
 * @param deployments over the Deployment, in their order
 * @param services over the Service, in their order
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment">Automated deployment</a>
 */
record GatewayOverlays(List<Mapping> deployments, List<Mapping> services) {

    private static final String CLASS_DEFAULTS = "gateway.istio.io/defaults-for-class";

    /** Those of one Gateway; one that stands in no manifest is a problem, since it may change whose pods these are. */
    static GatewayOverlays of(Manifests manifests, Manifest gateway, Problems problems) {
        String className = gateway.body().at("spec").text("gatewayClassName");
        List<Manifest> sources = new ArrayList<>(manifests
                .of("", "ConfigMap")
                .filter(map -> className.equals(map.labels().get(CLASS_DEFAULTS)))
                .toList());
        Mapping named = gateway.body().at("spec", "infrastructure", "parametersRef");
        String name = named.text("name");
        if (!name.isEmpty()) {
            Optional<Manifest> own = manifests
                    .of("", "ConfigMap")
                    .filter(map -> named.text("kind").equals("ConfigMap"))
                    .filter(map -> map.namespace().equals(gateway.namespace())
                            && map.name().equals(name))
                    .findFirst();
            own.ifPresent(sources::add);
            if (own.isEmpty()) {
                problems.error(
                        ProblemCode.GATEWAY_PARAMETERS_UNKNOWN,
                        named.originOf("name"),
                        name,
                        "No manifest holds it, and it may give the Gateway's pods other labels, another identity or the"
                                + " network of their node.",
                        "Add the " + named.text("kind") + " to the manifests.");
            }
        }
        return new GatewayOverlays(overlays(sources, "deployment", problems), overlays(sources, "service", problems));
    }

    private static List<Mapping> overlays(List<Manifest> sources, String key, Problems problems) {
        return sources.stream()
                .map(source -> source.body().at("data"))
                .filter(data -> !data.text(key).isEmpty())
                .flatMap(data -> PlainDocuments.read(data.originOf(key).toString(), data.text(key), problems).stream())
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    /** Free keys with what is laid over them; nothing written behind a key takes it away. */
    static SortedMap<String, String> merged(SortedMap<String, String> base, List<Mapping> over, String key) {
        SortedMap<String, String> all = new TreeMap<>(base);
        for (Mapping overlay : over) {
            overlay.texts(key).forEach((name, value) -> {
                if (overlay.at(key).get(name) == null) {
                    all.remove(name);
                } else {
                    all.put(name, value);
                }
            });
        }
        return all;
    }

    /** A single value; the last that says something counts. */
    static String last(String base, List<Mapping> over, String key) {
        return over.stream()
                .map(overlay -> overlay.text(key))
                .filter(text -> !text.isEmpty())
                .reduce(base, (first, second) -> second);
    }

    /** What is laid over the pods themselves. */
    List<Mapping> templates() {
        return deployments.stream()
                .map(overlay -> overlay.at("spec", "template"))
                .toList();
    }
}
