package dev.tenantmesh.verifier.question;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.reach.client.ClientSide;
import dev.tenantmesh.verifier.reach.client.Liveness;
import dev.tenantmesh.verifier.reach.visible.Visibility;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.World;
import java.util.List;

/** What the proxy of a source is configured to do with the Services that lead to a port. */
final class ClientView {

    private final World world;
    private final Visibility visibility;
    private final ClientSide client;
    private final Liveness liveness;

    ClientView(MeshVerifier verifier) {
        this.world = verifier.world();
        this.visibility = verifier.visibility();
        this.client = verifier.clientSide();
        this.liveness = verifier.liveness();
    }

    /** For each Service that leads to the port of a pod; none where one of the two ends is no pod. */
    List<Configured> configured(Endpoint source, Endpoint destination, Port port) {
        if (!(source instanceof Pod from) || !(destination instanceof Pod to)) {
            return List.of();
        }
        return world.servicesOf(to).stream()
                .flatMap(service -> service.ports().stream()
                        .filter(offered -> offered.port().isTcp()
                                && offered.of(to).map(port::equals).orElse(false))
                        .map(offered -> offered.port().number())
                        .map(number -> new Configured(
                                service,
                                number,
                                visibility.told(from, service),
                                client.sends(from, service, number, to),
                                liveness.works(from, service, number, to))))
                .toList();
    }
}
