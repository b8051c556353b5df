package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which servers a gateway pod listens for on a port. A server names the Service's port; a pod that no such Service leads
 * to listens on that number itself.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Port">Port</a>
 */
public final class Listeners {

    private final World world;
    private final List<GatewayServer> servers;

    public Listeners(World world, List<GatewayServer> servers) {
        this.world = world;
        this.servers = List.copyOf(servers);
    }

    /** The servers behind a port of a gateway pod. */
    List<GatewayServer> on(Pod pod, Port port) {
        return servers.stream()
                .filter(server -> server.selects(pod))
                .filter(server -> podPorts(pod, server.port()).contains(port.number()))
                .toList();
    }

    /** The servers that a gateway pod listens for. */
    public List<GatewayServer> of(Pod pod) {
        return servers.stream().filter(server -> server.selects(pod)).toList();
    }

    /** The ports on which a pod listens for a server's. */
    public Set<Integer> podPorts(Pod pod, int servicePort) {
        Set<Integer> behind = world.servicesOf(pod).stream()
                .flatMap(service -> service.ports().stream())
                .filter(offered -> offered.port().equals(Port.tcp(servicePort)))
                .map(offered -> target(offered, pod))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return behind.isEmpty() ? Set.of(servicePort) : behind;
    }

    private static Optional<Integer> target(Service.ServicePort offered, Pod pod) {
        return offered.of(pod).map(Port::number);
    }
}
