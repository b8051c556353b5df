package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.reach.mesh.Connection.AppProtocol;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a proxy takes a port's connections for.
 *
 * @see <a href="https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/">Protocol selection</a>
 */
final class AppProtocols {

    private static final Map<String, AppProtocol> KNOWN = Map.ofEntries(
            Map.entry("http", AppProtocol.HTTP),
            Map.entry("http2", AppProtocol.HTTP),
            Map.entry("grpc", AppProtocol.HTTP),
            Map.entry("grpc-web", AppProtocol.HTTP),
            Map.entry("kubernetes.io/h2c", AppProtocol.HTTP),
            Map.entry("tcp", AppProtocol.TCP),
            Map.entry("tls", AppProtocol.TCP),
            Map.entry("https", AppProtocol.TCP),
            Map.entry("mongo", AppProtocol.TCP),
            Map.entry("mysql", AppProtocol.TCP),
            Map.entry("redis", AppProtocol.TCP));

    private AppProtocols() {}

    /** What the Services of a pod say of a port: their word for its protocol, or the beginning of its name. */
    static AppProtocol of(World world, Pod pod, Port port) {
        return of(world.servicesOf(pod).stream()
                .flatMap(service -> service.ports().stream())
                .filter(offered -> offered.of(pod).map(port::equals).orElse(false))
                .map(AppProtocols::written)
                .collect(Collectors.toSet()));
    }

    private static String written(Service.ServicePort port) {
        String name = port.name();
        int dash = name.indexOf('-');
        return port.appProtocol().isEmpty() ? dash < 0 ? name : name.substring(0, dash) : port.appProtocol();
    }

    /** Several Services may say several things, and a port of none of them is bytes. */
    private static AppProtocol of(Set<String> protocols) {
        Set<AppProtocol> known = protocols.stream()
                .map(protocol -> KNOWN.getOrDefault(protocol, AppProtocol.EITHER))
                .collect(Collectors.toSet());
        return known.size() == 1 ? known.iterator().next() : known.isEmpty() ? AppProtocol.TCP : AppProtocol.EITHER;
    }
}
