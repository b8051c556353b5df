package dev.tenantmesh.generator.plan.ingress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.ingress.GatewayPlan.Server;
import dev.tenantmesh.generator.plan.member.GatewayBinding;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayClient;
import dev.tenantmesh.model.gateway.GatewayTls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides the gateways: who serves which host, how its connections are terminated, and where requests go. */
public final class IngressPlanner {

    private final Target target;
    private final Members members;
    private final List<GatewayPlan> gateways = new ArrayList<>();
    private final List<RoutingPlan> routings = new ArrayList<>();
    private final List<RouterRoutePlan> routerRoutes = new ArrayList<>();
    private final List<ClientTlsPlan> clientTls = new ArrayList<>();

    private IngressPlanner(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /** How traffic enters a mesh. */
    public static IngressPlan plan(Target target, Members members) {
        IngressPlanner planner = new IngressPlanner(target, members);
        members.namespaces()
                .forEach(namespace -> namespace.gateways().stream()
                        .filter(gateway -> !gateway.bindings().isEmpty())
                        .forEach(gateway -> planner.plan(namespace, gateway)));
        return new IngressPlan(planner.gateways, planner.routings, planner.routerRoutes, planner.clientTls);
    }

    private void plan(MemberNamespace namespace, MemberGateway gateway) {
        if (!gateway.isOfGatewayApi()) {
            Heading heading = members.heading(
                    namespace,
                    gateway.name(),
                    gateway.entry(),
                    "only routes of namespace " + namespace.name() + " may bind its hosts");
            gateways.add(new GatewayPlan(heading, gateway.pods().labels(), servers(gateway)));
            new RoutingPlanner(target, members).plan(namespace, gateway).forEach(routings::add);
        }
        if (gateway.arrival() == Exposure.Type.ROUTE) {
            gateway.bindings()
                    .forEach(binding -> binding.hosts()
                            .forEach(host -> routerRoutes.add(routerRoute(namespace, gateway, binding, host))));
        }
        if (gateway.knowsItsClients()) {
            clientTls.add(clientTls(namespace, gateway));
        }
    }

    /** A router that reencrypts names no host, so whatever is named has to be served. */
    private static List<Server> servers(MemberGateway gateway) {
        Map<Optional<GatewayTls>, List<GatewayBinding>> byTls = new LinkedHashMap<>();
        gateway.bindings()
                .forEach(binding -> byTls.computeIfAbsent(Optional.ofNullable(binding.tls()), tls -> new ArrayList<>())
                        .add(binding));
        return byTls.entrySet().stream()
                .map(entry -> {
                    GatewayTls tls = entry.getKey().orElse(null);
                    List<GatewayBinding> bindings = entry.getValue();
                    List<String> hosts = bindings.stream()
                            .flatMap(binding -> binding.hosts().stream())
                            .toList();
                    boolean usual = entry.getKey().equals(Optional.ofNullable(gateway.tls()));
                    String name =
                            protocol(tls) + (usual ? "" : "-" + bindings.get(0).tenant());
                    return new Server(name, gateway.isReencrypted() ? List.of() : hosts, tls);
                })
                .toList();
    }

    private static String protocol(@Nullable GatewayTls tls) {
        if (tls == null) {
            return "http";
        }
        return tls.mode() == GatewayTls.Mode.PASSTHROUGH ? "tls" : "https";
    }

    private RouterRoutePlan routerRoute(
            MemberNamespace namespace, MemberGateway gateway, GatewayBinding binding, String host) {
        Exposure exposure = gateway.exposure();
        String reason = switch (exposure.terminates()) {
            case PASSTHROUGH -> "the router passes TLS through to gateway " + gateway.name();
            case REENCRYPT -> "the router ends TLS, and speaks TLS to gateway " + gateway.name();
            case EDGE ->
                "the router ends TLS, and speaks plaintext to gateway " + gateway.name() + ": " + exposure.reason();
        };
        return new RouterRoutePlan(
                members.heading(namespace, host, binding.entry(), reason),
                gateway.service(),
                routerPort(gateway),
                exposure.terminates(),
                exposure.destinationPem());
    }

    /** The control plane names the ports of a Service after listeners; there the number of the pods' port is surer. */
    private static String routerPort(MemberGateway gateway) {
        if (gateway.isAutomated()) {
            return String.valueOf(gateway.podPort());
        }
        return gateway.exposure().isPlaintext() ? "http" : "https";
    }

    private ClientTlsPlan clientTls(MemberNamespace namespace, MemberGateway gateway) {
        return new ClientTlsPlan(
                members.heading(
                        namespace,
                        gateway.name(),
                        gateway.entry(),
                        "clients of the mesh show their identity to the gateway"),
                target.platform().network().serviceHost(gateway.service(), namespace.name()),
                gateway.bindings().get(0).hosts().get(0),
                gateway.exposure().clients().stream()
                        .map(GatewayClient::namespace)
                        .toList());
    }
}
