package dev.tenantmesh.verifier.examples;

import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.stream.Collectors;

/**
 * One way from one end to the other.
 *
 * @param ports the ports on which it is the same
 * @param way how, with the verifier's reasons
 */
record Passage(Endpoint source, Endpoint destination, PortRange ports, Way way) {

    /** With every step and the line that decided it. */
    String explained() {
        return source.id() + " -> " + destination.id() + " on " + ports + " " + way.title()
                + way.steps().stream().map(step -> "\n    " + step).collect(Collectors.joining());
    }
}
