package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What proxies of nodes change: mutual TLS comes in tunnels, of which the network sees one port, and the kubelet's probes
 * come under an address of their own.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/networkpolicy/">Ambient and Kubernetes NetworkPolicy</a>
 */
final class AmbientOpenings {

    private static final List<PortRange> EVERY_PORT = List.of(new PortRange(Port.Protocol.TCP, 1, 65_535));
    private static final List<String> KUBELET =
            List.of("169.254.7.127/32", "fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128");

    private final MeshScope scope;

    AmbientOpenings(MeshScope scope) {
        this.scope = scope;
    }

    /** Whom the proxies of nodes let pass for being the pod's own node. */
    List<Permission> ofTheirNode() {
        List<Permission> permissions = new ArrayList<>();
        for (Place place : scope.places()) {
            if (scope.isAmbient(place)) {
                permissions.addAll(probes(place));
                permissions.add(new Permission(
                        new Party.Nodes("processes on the pod's own node"),
                        place.everyPod(),
                        EVERY_PORT,
                        Manner.PLAINTEXT,
                        "the pod's own node"));
            }
        }
        return permissions;
    }

    private List<Permission> probes(Place place) {
        Openings openings = new Openings();
        place.namespace()
                .workloads()
                .forEach(workload -> openings.tcp(
                        kubelet(), MeshScope.pods(place, workload), probed(workload), Manner.PLAINTEXT, "probes"));
        if (place.isOpen()) {
            openings.ranges(kubelet(), place.everyPod(), EVERY_PORT, Manner.PLAINTEXT, "probes");
        }
        return openings.all();
    }

    private static List<Integer> probed(Workload workload) {
        return workload.probes().isEmpty() ? MeshScope.ports(workload) : List.copyOf(new TreeSet<>(workload.probes()));
    }

    private Party kubelet() {
        boolean six = scope.parts().platform().network().podCIDRs().stream().anyMatch(cidr -> cidr.contains(":"));
        boolean four =
                !six || scope.parts().platform().network().podCIDRs().stream().anyMatch(cidr -> !cidr.contains(":"));
        return new Party.Addresses(Stream.of(four ? KUBELET.get(0) : "", six ? KUBELET.get(1) : "")
                .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                .toList());
    }

    /**
     * What the network alone can hold of a permission: not the ports that are asked for in tunnels. Whoever may open one
     * to somebody opens it to every port, and comes in no other way.
     */
    Permission byNetwork(Permission permission) {
        return isTunnel(permission)
                ? new Permission(permission.from(), permission.to(), EVERY_PORT, Manner.MUTUAL, permission.because())
                : WiderPermissions.inAnyManner(permission);
    }

    private boolean isTunnel(Permission permission) {
        return permission.manner().mutual()
                && permission.from() instanceof Party.Pods from
                && permission.to() instanceof Party.Pods to
                && !isGateway(to)
                && (hasNoProxy(from) || hasNoProxy(to));
    }

    private boolean hasNoProxy(Party.Pods pods) {
        return !isGateway(pods) && scope.ambient().containsAll(pods.namespaces());
    }

    /** A waypoint is one that takes tunnels. */
    private boolean isGateway(Party.Pods pods) {
        return scope.gateways().contains(pods) && !scope.waypoints().contains(pods);
    }
}
