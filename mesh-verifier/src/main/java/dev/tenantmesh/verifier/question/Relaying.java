package dev.tenantmesh.verifier.question;

import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.relay.Publication;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import java.util.List;

/**
 * What gateways, routers and ingress controllers add to who reaches whom.
 *
 * @param connections whom somebody reaches by way of them
 * @param bindSets who may make them forward more, against an owner who would
 * @param publications ports that are open to the outside by nodes or load balancers
 */
public record Relaying(List<RelayedConnection> connections, List<BindSet> bindSets, List<Publication> publications) {

    /** Nothing, where nobody forwards. */
    public static final Relaying NONE = new Relaying(List.of(), List.of(), List.of());

    public Relaying {
        connections = List.copyOf(connections);
        bindSets = List.copyOf(bindSets);
        publications = List.copyOf(publications);
    }
}
