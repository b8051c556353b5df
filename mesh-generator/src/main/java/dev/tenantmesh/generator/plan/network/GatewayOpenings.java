package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.gateway.GatewayClient;
import java.util.ArrayList;
import java.util.List;

/** Who comes to a gateway without being a workload of its mesh: the way it is exposed decides. */
final class GatewayOpenings {

    private GatewayOpenings() {}

    /** Only the port that the gateway listens on, as pods see it. */
    static List<Opening> of(Target target, MemberGateway gateway) {
        List<PortRange> port = List.of(PortRange.tcp(gateway.podPort()));
        List<Opening> openings = new ArrayList<>();
        switch (gateway.arrival()) {
            case ROUTE ->
                target.router()
                        .ifPresent(router -> openings.add(
                                Opening.of(List.of(router), port, "from the router, for " + gateway.entry())));
            case LOAD_BALANCER -> openings.add(outside(gateway, port, "through the load balancer of "));
            case NODE_PORT -> openings.add(outside(gateway, port, "through the node port of "));
            case CLUSTER_IP -> {
                List<Peer> clients = clients(gateway);
                if (!clients.isEmpty()) {
                    openings.add(Opening.of(clients, port, "from clients outside the mesh, for " + gateway.entry()));
                }
            }
        }
        return openings;
    }

    private static Opening outside(MemberGateway gateway, List<PortRange> port, String way) {
        List<Peer> ranges = gateway.exposure().sourceRanges().stream()
                .sorted()
                .map(range -> (Peer) new Peer.Addresses(range))
                .toList();
        return ranges.isEmpty()
                ? Opening.toEveryone(port, "from anyone, " + way + gateway.entry())
                : Opening.of(ranges, port, "from its source ranges, " + way + gateway.entry());
    }

    private static List<Peer> clients(MemberGateway gateway) {
        return gateway.exposure().clients().stream()
                .filter(client -> client.workload() == null)
                .map(GatewayOpenings::pods)
                .toList();
    }

    private static Peer pods(GatewayClient client) {
        return new Peer.Named(client.namespace(), client.podSelector());
    }
}
