package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.policy.mesh.Waypoint.User;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which waypoints may pass a connection on to a pod, and who they are. */
public final class Waypoints {

    private static final String NAME = "gateway.networking.k8s.io/gateway-name";

    private final World world;
    private final PolicyModel policies;

    public Waypoints(World world, PolicyModel policies) {
        this.world = world;
        this.policies = policies;
    }

    /** The waypoints that something in front of a pod uses; none before pods of a waypoint itself. */
    public List<Waypoint> before(Pod pod) {
        return pod.isWaypoint()
                ? List.of()
                : policies.waypoints().stream()
                        .filter(waypoint -> uses(pod, waypoint))
                        .toList();
    }

    private boolean uses(Pod pod, Waypoint waypoint) {
        String namespace = pod.namespace().name();
        boolean itself = waypoint.name().equals(pod.labels().get(Waypoint.USE))
                && waypoint.namespace().equals(pod.labels().getOrDefault(Waypoint.USE_NAMESPACE, namespace));
        return itself
                || waypoint.users().contains(new User(namespace, ""))
                || world.servicesOf(pod).stream().anyMatch(service -> waypoint.isBefore(namespace, service.name()));
    }

    /** The pods of the waypoints before a pod. */
    public List<Pod> relaysBefore(Pod destination) {
        return before(destination).stream().map(this::pod).toList();
    }

    /** The pods that the control plane makes of a waypoint. */
    public Pod pod(Waypoint waypoint) {
        return world.pods().stream()
                .filter(pod -> pod.isWaypoint()
                        && pod.namespace().name().equals(waypoint.namespace())
                        && waypoint.name().equals(pod.labels().get(NAME)))
                .findFirst()
                .orElseGet(() -> unseen(waypoint));
    }

    private Pod unseen(Waypoint waypoint) {
        Namespace home = world.namespace(waypoint.namespace())
                .orElseGet(() -> Namespace.of(waypoint.namespace(), Map.of(), waypoint.origin()));
        return new Pod(
                home,
                waypoint.name(),
                "Gateway",
                waypoint.labels(),
                new TreeMap<>(),
                waypoint.name(),
                false,
                List.of(),
                waypoint.origin());
    }
}
