package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.export.GatewayExports;
import dev.tenantmesh.generator.plan.gatewayapi.ApiGatewayPlan.Listener;
import dev.tenantmesh.generator.plan.ingress.IngressServices;
import dev.tenantmesh.generator.plan.member.GatewayBinding;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides the gateways of the Gateway API: a listener for each host, to which only routes of one namespace attach. By
 * default that is the Gateway's own; where a tenant keeps its routes itself, it is the tenant's, for its hosts alone.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/concepts/security-model/">security model</a>
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/">Gateway API in Istio</a>
 */
public final class GatewayApiPlanner {

    private final Target target;
    private final Members members;
    private final GatewayExports exports;
    private final List<ApiGatewayPlan> gateways = new ArrayList<>();
    private final List<ApiRoutePlan> routes = new ArrayList<>();

    private GatewayApiPlanner(Target target, Members members, GatewayExports exports) {
        this.target = target;
        this.members = members;
        this.exports = exports;
    }

    /**
     * How traffic enters a mesh by such gateways.
     *
     * @param exports in which namespaces the Services are known that control planes make
     */
    public static GatewayApiPlan plan(Target target, Members members, GatewayExports exports) {
        GatewayApiPlanner planner = new GatewayApiPlanner(target, members, exports);
        members.namespaces()
                .forEach(namespace -> namespace.gateways().stream()
                        .filter(MemberGateway::isOfGatewayApi)
                        .filter(gateway -> !gateway.bindings().isEmpty())
                        .forEach(gateway -> planner.plan(namespace, gateway)));
        return new GatewayApiPlan(
                planner.gateways,
                planner.routes,
                ReferenceGrantPlanner.plan(members, planner.routes),
                WaypointPlanner.plan(target, members));
    }

    private void plan(MemberNamespace namespace, MemberGateway gateway) {
        Heading heading = members.heading(namespace, gateway.name(), gateway.entry(), reason(namespace, gateway));
        gateways.add(new ApiGatewayPlan(
                heading,
                target.revisionLabels(members.mesh()),
                address(namespace, gateway),
                infrastructure(namespace, gateway),
                listeners(gateway)));
        routes.addAll(new ApiRoutePlanner(members, namespace, gateway).plan());
    }

    private static String reason(MemberNamespace namespace, MemberGateway gateway) {
        List<String> others = gateway.bindings().stream()
                .filter(binding -> binding.delegate() != null)
                .map(binding -> "routes of namespace " + binding.delegate() + " may attach for "
                        + String.join(", ", binding.hosts()))
                .distinct()
                .sorted()
                .toList();
        String own = "only routes of namespace " + namespace.name() + " may attach";
        return others.isEmpty() ? own : String.join("\n", others) + "\nelse " + own;
    }

    private @Nullable String address(MemberNamespace namespace, MemberGateway gateway) {
        return gateway.isAutomated()
                ? null
                : target.platform().network().serviceHost(gateway.service(), namespace.name());
    }

    private Optional<InfrastructurePlan> infrastructure(MemberNamespace namespace, MemberGateway gateway) {
        if (!gateway.isAutomated()) {
            return Optional.empty();
        }
        return gateway.generated()
                .map(size -> new InfrastructurePlan(
                        members.heading(
                                namespace,
                                gateway.service(),
                                gateway.entry(),
                                "what the control plane makes of Gateway " + gateway.name()),
                        gateway.pods().labels(),
                        size,
                        IngressServices.of(gateway, exports.annotations(namespace.name(), gateway.service()))));
    }

    /** A router that reencrypts names no host, so whatever is named has to be served. */
    private static List<Listener> listeners(MemberGateway gateway) {
        if (gateway.isReencrypted()) {
            return List.of(new Listener(ApiRoutePlanner.ANY_HOST, null, gateway.tls(), null));
        }
        return gateway.bindings().stream()
                .flatMap(binding -> binding.hosts().stream().map(host -> listener(binding, host)))
                .toList();
    }

    private static Listener listener(GatewayBinding binding, String host) {
        return new Listener(host, host, binding.tls(), binding.delegate());
    }
}
