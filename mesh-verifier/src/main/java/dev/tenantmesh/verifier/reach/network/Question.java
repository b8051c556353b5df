package dev.tenantmesh.verifier.reach.network;

import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.PortMatch;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one end of a connection, whatever the port.
 *
 * @param subject the pod whose end is asked
 * @param direction into it or out of it
 * @param other the other end
 * @param destination whose containers give names to ports; null outside the cluster
 */
record Question(
        Pod subject,
        Direction direction,
        Endpoint other,
        @Nullable Pod destination) {

    static Question of(Pod subject, Direction direction, Endpoint other) {
        Pod destination = direction == Direction.INGRESS ? subject : other instanceof Pod pod ? pod : null;
        return new Question(subject, direction, other, destination);
    }

    /** Whether a port is one of those that a rule names; a rule that names none means every port. */
    boolean isOn(List<PortMatch> ports, Port port) {
        if (ports.isEmpty()) {
            return true;
        }
        for (PortMatch named : ports) {
            if (named.covers(port, destination)) {
                return true;
            }
        }
        return false;
    }
}
