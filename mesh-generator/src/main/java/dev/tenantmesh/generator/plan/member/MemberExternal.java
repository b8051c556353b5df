package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.model.tenant.External;
import java.util.List;
import java.util.Optional;

/**
 * A host outside the cluster with those who may call it.
 *
 * @param source what the tenant wrote
 * @param clients who may call it
 * @param gateway the egress gateway it goes through, if it goes through one
 * @param addresses where it may answer on this platform
 * @param entry its model entry
 */
public record MemberExternal(
        External source,
        List<Client> clients,
        Optional<MemberEgressGateway> gateway,
        List<Peer.Addresses> addresses,
        String entry) {

    public MemberExternal {
        clients = List.copyOf(clients);
        addresses = List.copyOf(addresses);
    }

    /** The port of the gateway that its clients connect to. */
    public MemberEgressGateway.Port gatewayPort() {
        boolean requests = source.ports().stream().allMatch(port -> port.protocol() == External.Protocol.HTTP);
        return requests ? MemberEgressGateway.Port.REQUESTS : MemberEgressGateway.Port.STREAMS;
    }

    /** Whether it goes through the gateway. */
    public boolean isThrough(MemberEgressGateway other) {
        return gateway.filter(own -> own.entry().equals(other.entry())).isPresent();
    }

    public String name() {
        return source.name();
    }

    /** Whether these pods, and not only others of their namespace, are named as its clients. */
    public boolean mayBeCalledBy(Pods pods) {
        return clients.stream().anyMatch(client -> client.pods().equals(pods));
    }

    /** The namespaces of its clients. */
    public List<MemberNamespace> namespaces() {
        return clients.stream().map(Client::namespace).distinct().toList();
    }

    /**
     * Pods that may call it.
     *
     * @param namespace their namespace
     * @param pods a workload's, or every pod of the namespace
     */
    public record Client(MemberNamespace namespace, Pods pods) {}
}
