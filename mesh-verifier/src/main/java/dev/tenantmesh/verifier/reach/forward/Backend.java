package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who is behind the name that a route leads to.
 *
 * @param ports the ports of an endpoint that are behind it: none if the endpoint is not, empty if that may be any port
 * @param known the endpoints that are behind it, as far as they are known
 * @param certain whether it is certain that they are
 * @param because one sentence without its full stop
 */
public record Backend(
        Function<Endpoint, Optional<Set<Port>>> ports, List<Endpoint> known, Truth certain, String because) {

    /** Stands for any port. */
    public static final Set<Port> ANY_PORT = Set.of();

    public Backend {
        known = List.copyOf(known);
    }
}
