package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.select.SelectorIndex;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which servers a gateway pod listens for on a port. A server names the Service's port; a pod that no such Service leads
 * to listens on that number itself.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#Port">Port</a>
 */
public final class Listeners {

    private final World world;
    private final SelectorIndex<GatewayServer> servers;

    public Listeners(World world, List<GatewayServer> servers) {
        this.world = world;
        this.servers = new SelectorIndex<>(servers, GatewayServer::pods);
    }

    /** The servers behind a port of a gateway pod. */
    List<GatewayServer> on(Pod pod, Port port) {
        Map<Integer, Set<Integer>> podPorts = new HashMap<>();
        return selecting(pod)
                .filter(server -> podPorts.computeIfAbsent(server.port(), own -> podPorts(pod, own))
                        .contains(port.number()))
                .toList();
    }

    /** What they ask of a client: a mesh identity, or something that is none. */
    static Step ask(Pod pod, List<GatewayServer> all, boolean identity) {
        List<GatewayServer> fitting =
                all.stream().filter(server -> server.isMutual() == identity).toList();
        if (fitting.isEmpty()) {
            String because = all.isEmpty()
                    ? "no Gateway makes the pod listen on the port"
                    : identity
                            ? "no server of the port looks at mesh identities"
                            : "every server of the port asks for a mesh identity";
            return Step.of(Layer.AUTHENTICATION, Truth.NO, because, pod.origin());
        }
        GatewayServer first = fitting.get(0);
        String because = first.id() + " serves " + String.join(", ", first.hosts())
                + (first.tls().isEmpty() ? " without TLS" : " with TLS " + first.tls());
        return Step.of(Layer.AUTHENTICATION, Truth.YES, because, first.origin());
    }

    /** The servers that a gateway pod listens for. */
    public List<GatewayServer> of(Pod pod) {
        return selecting(pod).toList();
    }

    private Stream<GatewayServer> selecting(Pod pod) {
        return servers.selecting(pod.labels()).filter(server -> server.selects(pod));
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
