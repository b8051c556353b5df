package dev.tenantmesh.generator.reach;

import dev.tenantmesh.generator.reach.NetworkPolicy.Direction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who reaches whom in a world with these manifests. */
final class Reach {

    private final World world;
    private final NetworkRules network;
    private final ProxyRules proxies;

    Reach(List<Document> documents, World world) {
        Cluster cluster = new Cluster(documents, world);
        this.world = world;
        this.network = new NetworkRules(cluster);
        this.proxies = new ProxyRules(cluster);
    }

    boolean isOpen(Connection connection) {
        return !open(connection.source(), connection.destination(), connection.port(), Set.of(connection.mode()))
                .isEmpty();
    }

    /** What a pod that behaves gets through with; its proxy picks the mode. */
    Set<Mode> ofBehaved(Endpoint source, Endpoint destination, Port port) {
        Mode mode = proxies.expectsMutualTls(destination, port) ? world.own(source) : Mode.PLAINTEXT;
        return open(source, destination, port, Set.of(mode));
    }

    /** What a hostile pod in the place of the source gets through with. */
    Set<Mode> ofHostile(Endpoint source, Endpoint destination, Port port) {
        return open(source, destination, port, world.hostile(source));
    }

    /** Which manifests decided, in one line. */
    String explain(Connection connection) {
        Endpoint source = connection.source();
        Endpoint destination = connection.destination();
        return connection + "  [" + network.explain(Direction.EGRESS, source, destination, connection.port()) + "; "
                + network.explain(Direction.INGRESS, destination, source, connection.port()) + "; proxy: "
                + proxies.explain(destination, connection.port(), connection.mode()) + "]";
    }

    private Set<Mode> open(Endpoint source, Endpoint destination, Port port, Set<Mode> modes) {
        if (!network.admit(source, destination, port)) {
            return Set.of();
        }
        return modes.stream()
                .filter(mode -> proxies.accept(destination, port, mode))
                .collect(Collectors.toSet());
    }
}
