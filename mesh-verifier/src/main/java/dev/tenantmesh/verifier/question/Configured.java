package dev.tenantmesh.verifier.question;

import dev.tenantmesh.verifier.reach.client.Sending;
import dev.tenantmesh.verifier.reach.client.Works;
import dev.tenantmesh.verifier.reach.visible.Told;
import dev.tenantmesh.verifier.world.Service;
import java.util.List;

/**
 * What the source's own proxy is configured to do with a Service of the destination. It is advice: whoever owns the
 * source can go past its proxy.
 *
 * @param service a Service that leads to the destination's port
 * @param port of the Service
 * @param told what the proxy is told of it
 * @param sends what the proxy may send
 * @param works whether that is served
 */
public record Configured(Service service, int port, Told told, List<Sending> sends, Works works) {

    public Configured {
        sends = List.copyOf(sends);
    }
}
