package dev.tenantmesh.verifier.policy.gatewayapi;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Fields;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer.Api;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer.Binding;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads Gateways of the Gateway API. Where Istio makes the pods, they carry the Gateway's name; where an address names a
 * Service, they are that Service's.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#deployment-methods">Deployment methods</a>
 */
public final class ApiGatewayReader {

    private static final String NAME = "gateway.networking.k8s.io/gateway-name";
    private static final String TERMINATE_MODE = "gateway.istio.io/tls-terminate-mode";
    private static final String LISTENER_PROTOCOL = "gateway.istio.io/listener-protocol";

    private final Manifests manifests;
    private final Problems problems;

    /** @param manifests where the Services stand that Gateways name */
    public ApiGatewayReader(Manifests manifests, Problems problems) {
        this.manifests = manifests;
        this.problems = problems;
    }

    /** The Gateway that a manifest is. */
    public ApiGateway read(Manifest manifest) {
        return Fields.spec(manifest, problems, spec -> {
            spec.ignore("infrastructure", "tls", "defaultScope");
            List<String> addresses = spec.list("addresses", address -> {
                String value = address.text("value");
                return address.text("type").equals("Hostname") ? value : "";
            });
            if (spec.has("allowedListeners")) {
                spec.object("allowedListeners", allowed -> {
                    report(allowed, "allowedListeners", "Listeners that stand in other objects are not understood.");
                    allowed.ignoreAll();
                    return allowed;
                });
            }
            LabelSelector pods = addresses.stream()
                    .flatMap(address -> servicePods(manifest, address).stream())
                    .findFirst()
                    .orElse(LabelSelector.of(Map.of(NAME, manifest.name())));
            String className = spec.text("gatewayClassName");
            List<GatewayServer> servers = spec.list("listeners", listener -> server(manifest, pods, listener)).stream()
                    .flatMap(Optional::stream)
                    .toList();
            return new ApiGateway(manifest.namespace(), manifest.name(), className, servers, manifest.origin());
        });
    }

    /** The pods of the Service that an address names, if it stands in the manifests. */
    private Optional<LabelSelector> servicePods(Manifest manifest, String address) {
        String name = address.contains(".") ? address.substring(0, address.indexOf('.')) : address;
        return manifests
                .of("", "Service")
                .filter(service -> service.namespace().equals(manifest.namespace())
                        && service.name().equals(name))
                .findFirst()
                .map(service -> LabelSelector.of(service.body().at("spec").texts("selector")));
    }

    private Optional<GatewayServer> server(Manifest manifest, LabelSelector pods, Fields listener) {
        String protocol = listener.text("protocol");
        String written = listener.text("hostname");
        String host = written.isEmpty() ? "*" : written;
        Optional<String> tls = listener.object("tls", ApiGatewayReader::tls);
        Binding binding = listener.object("allowedRoutes", allowed -> binding(allowed, manifest, host))
                .orElse(new Binding(host, home(manifest), Set.of()));
        Optional<Integer> port = listener.number("port").filter(number -> number > 0 && number < 65_536);
        if (port.isEmpty()) {
            listener.invalid(listener.originOf("port"), "", "The listener has no port.", "Write `port`.");
        }
        return port.map(number -> new GatewayServer(
                Api.GATEWAY_API,
                manifest.namespace(),
                manifest.name(),
                listener.text("name"),
                pods,
                Optional.of(manifest.namespace()),
                number,
                protocol,
                tls.orElse(""),
                List.of(host),
                List.of(binding),
                listener.origin()));
    }

    private static String tls(Fields settings) {
        settings.ignoreAll();
        Map<String, String> options = settings.map("options");
        if ("auto-passthrough".equals(options.get(LISTENER_PROTOCOL))) {
            return "AUTO_PASSTHROUGH";
        }
        if (settings.text("mode").equals("Passthrough")) {
            return "PASSTHROUGH";
        }
        return options.getOrDefault(TERMINATE_MODE, "SIMPLE");
    }

    /** Which namespaces' routes may attach: by default those of the Gateway's own. */
    private Binding binding(Fields allowed, Manifest manifest, String host) {
        Set<String> kinds = allowed
                .list("kinds", kind -> {
                    kind.ignore("group");
                    return kind.text("kind");
                })
                .stream()
                .collect(Collectors.toSet());
        LabelSelector namespaces = allowed.object("namespaces", from -> {
                    Optional<LabelSelector> selector = from.object("selector", LabelSelector::read);
                    return switch (from.text("from")) {
                        case "All" -> LabelSelector.EVERYTHING;
                        case "Selector" -> selector.orElse(home(manifest));
                        case "", "Same" -> home(manifest);
                        default -> {
                            String why = "This does not say which namespaces are meant.";
                            from.invalid(from.originOf("from"), from.text("from"), why, "Write Same, All or Selector.");
                            yield home(manifest);
                        }
                    };
                })
                .orElse(home(manifest));
        return new Binding(host, namespaces, kinds);
    }

    private static LabelSelector home(Manifest manifest) {
        return LabelSelector.of(Map.of(Namespace.NAME_LABEL, manifest.namespace()));
    }

    private void report(Fields fields, String value, String why) {
        String fix = "Write the listeners into the Gateway, or leave it out and say so.";
        problems.error(ProblemCode.TARGET_NOT_UNDERSTOOD, fields.origin(), value, why, fix);
    }
}
