package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Relaying;
import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.relay.Publication;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import dev.tenantmesh.verifier.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is open on one side, edge by edge: identities apart, so that they are compared as a set. */
final class Edges {

    private static final PortRange PRESENT = new PortRange(Port.Protocol.TCP, 1, 65_535);

    private final Ends ends;
    private final DiffOptions options;
    private final Map<Edge, Reach> reaches = new HashMap<>();

    Edges(Ends ends) {
        this.ends = ends;
        this.options = ends.options();
    }

    Map<Edge, Reach> reaches() {
        return reaches;
    }

    void connection(Connection connection) {
        for (Connection.Opening opening : connection.openings()) {
            Ways ways = new Ways(opening.ports(), Truth.YES, opening.verdict().ways());
            between(Edge.Topic.CONNECTION, connection.source(), connection.destination(), "", ways);
        }
    }

    void relaying(Relaying relaying, World world) {
        relaying.connections().forEach(this::relayed);
        relaying.bindSets().forEach(set -> bindable(set, world));
        relaying.publications().forEach(this::published);
    }

    private void relayed(RelayedConnection connection) {
        Truth open = connection.isOpen();
        Ways ways = new Ways(connection.ports(), open, connection.verdict().ways());
        String through = connection.through().stream().map(Endpoint::id).collect(Collectors.joining(", "));
        List<String> hosts = connection.hosts().isEmpty() ? List.of("any host") : connection.hosts();
        for (String host : hosts) {
            String by = "through " + through + " for " + host;
            between(Edge.Topic.RELAYED, connection.source(), connection.destination(), by, ways);
        }
    }

    /**
     * The ways on which some ports are reached.
     *
     * @param ports the ports
     * @param most how certain all of them are at most
     * @param ways the ways
     */
    private record Ways(PortRange ports, Truth most, List<Way> ways) {}

    private void between(Edge.Topic topic, Endpoint from, Endpoint to, String by, Ways ways) {
        for (End source : ends.of(from)) {
            for (End destination : ends.of(to)) {
                for (Way way : ways.ways()) {
                    Truth open = way.isOpen().and(ways.most());
                    Edge edge = new Edge(topic, source, destination, how(way), by);
                    add(edge, new Reach.Piece(ways.ports(), open, because(way)));
                }
            }
        }
    }

    private static String how(Way way) {
        Identity identity = way.identity();
        return identity != null ? Edge.IDENTITY + identity : way.isPlaintext() ? Edge.PLAINTEXT : Edge.TUNNEL;
    }

    private static List<Origin> because(Way way) {
        return way.steps().stream()
                .map(Step::origin)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private void bindable(BindSet set, World world) {
        boolean route = set.by() == BindSet.By.ROUTE;
        String how = route ? "by a route" : "by a Gateway";
        String by = "host " + set.host() + (set.gateway().isEmpty() ? "" : " of " + set.gateway());
        List<Origin> because = Optional.ofNullable(set.origin()).stream().toList();
        Reach.Piece piece = new Reach.Piece(PRESENT, set.relay().known(), because);
        End relay = ends.ofPod(set.relay().pod());
        world.namespaces().values().stream()
                .filter(set::admits)
                .map(namespace -> ends.ofNamespace(namespace.name()))
                .forEach(writer -> add(new Edge(Edge.Topic.BINDABLE, writer, relay, how, by), piece));
        End others = ends.ofNamespace("(any other with " + set.namespaces() + ")");
        add(new Edge(Edge.Topic.BINDABLE, others, relay, how, by), piece);
    }

    private void published(Publication publication) {
        String how = "published by " + publication.service().namespace() + "/"
                + publication.service().name();
        Origin origin = publication.service().origin();
        List<Origin> because = Optional.ofNullable(origin).stream().toList();
        End everybody = new End(End.Kind.ADDRESSES, End.OUTSIDE, "", End.OUTSIDE, null);
        add(
                new Edge(Edge.Topic.PUBLISHED, everybody, ends.ofPod(publication.pod()), how, ""),
                new Reach.Piece(PortRange.of(publication.port()), Truth.YES, because));
    }

    private void add(Edge edge, Reach.Piece piece) {
        if (piece.open().isPossible() && options.includes(edge)) {
            reaches.computeIfAbsent(edge, absent -> new Reach()).add(piece);
        }
    }
}
