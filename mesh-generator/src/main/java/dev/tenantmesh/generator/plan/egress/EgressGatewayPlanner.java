package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.egress.DestinationRulePlan.ClientTls;
import dev.tenantmesh.generator.plan.egress.DestinationRulePlan.Mode;
import dev.tenantmesh.generator.plan.egress.DestinationRulePlan.Subset;
import dev.tenantmesh.generator.plan.egress.EgressGatewayPlan.Server;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan.Resolution;
import dev.tenantmesh.generator.plan.member.MemberEgressGateway;
import dev.tenantmesh.generator.plan.member.MemberExternal;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.External.Protocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides the two hops of an external that goes through an egress gateway. Sidecars wrap what their clients send in the
 * mesh's mutual TLS, with the host as the name they ask for; the gateway ends that, and so knows both the client and the
 * host. Objects of the first hop stand in the clients' namespaces and those of the second in the gateway's, and none is
 * exported.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway-tls-origination/">egress
 *     gateways with TLS origination</a>
 */
public final class EgressGatewayPlanner {

    private final Target target;
    private final Members members;

    /** Plans the egress gateways of a mesh on a platform. */
    public EgressGatewayPlanner(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /** What each gateway listens to; a gateway that nobody uses has none. */
    public List<EgressGatewayPlan> gateways() {
        return members.egressGateways().stream()
                .filter(gateway -> !hosts(gateway).isEmpty())
                .map(gateway -> new EgressGatewayPlan(
                        members.heading(
                                gateway.namespace(),
                                gateway.name(),
                                gateway.entry(),
                                "clients show who they are; each host has a server of its own"),
                        gateway.pods().labels(),
                        hosts(gateway).stream()
                                .map(external -> new Server(
                                        external.source().host(),
                                        external.gatewayPort().number(),
                                        external.gatewayPort() == MemberEgressGateway.Port.REQUESTS))
                                .toList()))
                .toList();
    }

    /** Both hops of every external. */
    public List<EgressRoutePlan> routes() {
        List<EgressRoutePlan> routes = new ArrayList<>();
        for (MemberEgressGateway gateway : members.egressGateways()) {
            members.through(gateway)
                    .forEach(external -> external.namespaces()
                            .forEach(namespace -> routes.add(firstHop(gateway, external, namespace))));
            hosts(gateway).forEach(external -> routes.add(secondHop(gateway, external)));
        }
        return routes;
    }

    /** The hosts as each gateway knows them. */
    public List<ServiceEntryPlan> serviceEntries() {
        return members.egressGateways().stream()
                .flatMap(gateway -> hosts(gateway).stream().map(external -> serviceEntry(gateway, external)))
                .toList();
    }

    /** How clients connect to each gateway, and how it connects to hosts where it makes TLS. */
    public List<DestinationRulePlan> destinationRules() {
        return members.egressGateways().stream()
                .flatMap(gateway -> Stream.concat(towards(gateway), from(gateway)))
                .toList();
    }

    /** Of several tenants' externals of one host, which all say the same, the first. */
    private Collection<MemberExternal> hosts(MemberEgressGateway gateway) {
        Map<String, MemberExternal> hosts = new TreeMap<>();
        members.through(gateway)
                .forEach(external -> hosts.putIfAbsent(external.source().host(), external));
        return hosts.values();
    }

    private EgressRoutePlan firstHop(MemberEgressGateway gateway, MemberExternal external, MemberNamespace namespace) {
        External.Port port = external.source().ports().get(0);
        return new EgressRoutePlan(
                members.heading(
                        namespace,
                        ExternalPlanner.name(external),
                        external.entry(),
                        "what is meant for the host goes to the egress gateway"),
                EgressRoutePlan.SIDECARS,
                external.source().host(),
                port.protocol(),
                port.port(),
                service(gateway),
                external.name(),
                external.gatewayPort().number());
    }

    private EgressRoutePlan secondHop(MemberEgressGateway gateway, MemberExternal external) {
        External source = external.source();
        External.Port port = source.ports().get(0);
        boolean requests = external.gatewayPort() == MemberEgressGateway.Port.REQUESTS;
        return new EgressRoutePlan(
                atGateway(gateway, external, "what clients send for the host leaves the cluster"),
                gateway.name(),
                source.host(),
                requests ? Protocol.HTTP : Protocol.TCP,
                external.gatewayPort().number(),
                source.host(),
                "",
                source.wirePort(port));
    }

    private ServiceEntryPlan serviceEntry(MemberEgressGateway gateway, MemberExternal external) {
        External source = external.source();
        External.Port port = source.ports().get(0);
        Protocol onTheWire = source.tls() == null ? port.protocol() : Protocol.TLS;
        return new ServiceEntryPlan(
                atGateway(gateway, external, "makes the host known to the gateway, which asks the DNS for it"),
                source.host(),
                Resolution.DNS,
                List.of(),
                List.of(ServiceEntryPlan.Port.same(source.wirePort(port), onTheWire)),
                List.of(gateway.name()));
    }

    /** One for each namespace with clients, with a subset for each of their externals. */
    private Stream<DestinationRulePlan> towards(MemberEgressGateway gateway) {
        Map<String, List<MemberExternal>> byNamespace = new TreeMap<>();
        members.through(gateway)
                .forEach(external -> external.namespaces()
                        .forEach(namespace -> byNamespace
                                .computeIfAbsent(namespace.name(), name -> new ArrayList<>())
                                .add(external)));
        return byNamespace.entrySet().stream()
                .flatMap(entry -> members.namespace(entry.getKey()).stream()
                        .map(namespace -> new DestinationRulePlan(
                                members.heading(
                                        namespace,
                                        "egress-" + gateway.namespace().name() + "." + gateway.name(),
                                        gateway.entry(),
                                        "clients show the gateway who they are, and ask for a host"),
                                service(gateway),
                                null,
                                entry.getValue().stream()
                                        .map(external -> subset(gateway, external))
                                        .toList())));
    }

    private static Subset subset(MemberEgressGateway gateway, MemberExternal external) {
        return new Subset(
                external.name(),
                new ClientTls(
                        Mode.ISTIO_MUTUAL,
                        external.source().host(),
                        null,
                        List.of("spiffe://" + gateway.pods().principal())));
    }

    private Stream<DestinationRulePlan> from(MemberEgressGateway gateway) {
        return hosts(gateway).stream()
                .flatMap(external -> Stream.ofNullable(external.source().tls())
                        .map(tls -> new DestinationRulePlan(
                                atGateway(gateway, external, "the gateway speaks TLS to the host and verifies it"),
                                external.source().host(),
                                Origination.of(external.source(), tls),
                                List.of())));
    }

    private Heading atGateway(MemberEgressGateway gateway, MemberExternal external, String reason) {
        return members.heading(gateway.namespace(), external.source().host(), external.entry(), reason);
    }

    private String service(MemberEgressGateway gateway) {
        return gateway.name() + "." + gateway.namespace().name() + "."
                + target.platform().network().serviceDomain();
    }
}
