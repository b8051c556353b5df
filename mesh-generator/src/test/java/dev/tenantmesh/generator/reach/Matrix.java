package dev.tenantmesh.generator.reach;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that could be tried in a world, by everyone, towards everyone, where a manifest has a say in it. */
final class Matrix {

    private static final List<Port> PORTS = Stream.concat(
                    Stream.of(
                                    22, 53, 80, 443, 4317, 5353, 6443, 8080, 8081, 8200, 8443, 9090, 9093, 9999, 15000,
                                    15001, 15006, 15008, 15010, 15012, 15014, 15017, 15020, 15021, 15090)
                            .map(Port::tcp),
                    Stream.of(53, 443, 5353, 8080, 9999, 15012).map(Port::udp))
            .toList();

    /** One line of the matrix. */
    private record Path(Endpoint source, Endpoint destination, Port port) {}

    private final World world;
    private final List<Path> paths;

    private Matrix(World world, List<Path> paths) {
        this.world = world;
        this.paths = paths;
    }

    /** All paths that start or end in a governed namespace. */
    static Matrix of(World world, Predicate<String> governed) {
        List<Path> paths = new ArrayList<>();
        for (Endpoint source : world.endpoints()) {
            for (Endpoint destination : world.endpoints()) {
                if (governed.test(source.namespace()) || governed.test(destination.namespace())) {
                    PORTS.forEach(port -> paths.add(new Path(source, destination, port)));
                }
            }
        }
        return new Matrix(world, paths);
    }

    static Predicate<String> retail() {
        Set<String> meshes = Set.of("retail-mesh", "analytics-mesh");
        return namespace -> RetailWorld.TENANTS.containsKey(namespace) || meshes.contains(namespace);
    }

    /** What hostile sources get through with. */
    Set<Connection> ofHostile(Reach reach) {
        return open((path, modes) -> reach.ofHostile(path.source(), path.destination(), path.port()));
    }

    /** What sources get through with that behave. */
    Set<Connection> ofBehaved(Reach reach) {
        return open((path, modes) -> reach.ofBehaved(path.source(), path.destination(), path.port()));
    }

    /** What hostile sources should get through with. */
    Set<Connection> expected(List<Line> lines) {
        return open((path, modes) -> {
            Set<Mode> open = new LinkedHashSet<>();
            for (Mode mode : modes) {
                Connection connection = new Connection(path.source(), path.destination(), path.port(), mode);
                if (lines.stream().anyMatch(line -> line.opens() && line.covers(connection))) {
                    open.add(mode);
                }
            }
            return open;
        });
    }

    /** Whether hostile sources get through with something else than before; stops at the first difference. */
    boolean differs(Reach reach, Set<Connection> before) {
        int found = 0;
        for (Path path : paths) {
            for (Mode mode : reach.ofHostile(path.source(), path.destination(), path.port())) {
                found++;
                if (!before.contains(new Connection(path.source(), path.destination(), path.port(), mode))) {
                    return true;
                }
            }
        }
        return found != before.size();
    }

    private Set<Connection> open(BiFunction<Path, Set<Mode>, Set<Mode>> judge) {
        Set<Connection> open = new LinkedHashSet<>();
        for (Path path : paths) {
            Set<Mode> modes = world.hostile(path.source());
            judge.apply(path, modes)
                    .forEach(mode -> open.add(new Connection(path.source(), path.destination(), path.port(), mode)));
        }
        return open;
    }
}
