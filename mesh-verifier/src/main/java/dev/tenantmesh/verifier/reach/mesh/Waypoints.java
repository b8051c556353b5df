package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.policy.mesh.Waypoint.User;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The waypoints that may pass a connection on to a pod. Whom they admit, and where to, depends on requests and on whether
 * they are up, so that they are never certain; whether somebody reaches them and whether the pod admits them is.
 */
public final class Waypoints {

    private final World world;
    private final PolicyModel policies;

    public Waypoints(World world, PolicyModel policies) {
        this.world = world;
        this.policies = policies;
    }

    /** The waypoints that something in front of a pod uses. */
    public List<Waypoint> before(Pod pod) {
        return policies.waypoints().stream()
                .filter(waypoint -> uses(pod, waypoint))
                .toList();
    }

    private boolean uses(Pod pod, Waypoint waypoint) {
        String namespace = pod.namespace().name();
        boolean itself = waypoint.name().equals(pod.labels().get(Waypoint.USE))
                && waypoint.namespace().equals(pod.labels().getOrDefault(Waypoint.USE_NAMESPACE, namespace));
        return itself
                || waypoint.users().contains(new User(namespace, ""))
                || world.servicesOf(pod).stream()
                        .anyMatch(service -> waypoint.users().contains(new User(namespace, service.name())));
    }

    /** The pods that the control plane makes of a waypoint. */
    public Pod pod(Waypoint waypoint) {
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

    /** Whom a waypoint shows a certificate for. */
    public SortedMap<Identity, Truth> identities(Waypoint waypoint) {
        SortedMap<Identity, Truth> all = new TreeMap<>();
        policies.meshes().stream()
                .filter(mesh -> mesh.product() == Product.ISTIO)
                .map(MeshSettings::trustDomain)
                .forEach(domain -> all.put(new Identity(domain, waypoint.namespace(), waypoint.name()), Truth.MAYBE));
        return all;
    }

    /** What a waypoint makes of a connection. */
    public Step passedOn(Waypoint waypoint) {
        String because = waypoint.id() + " may pass it on, and is then the one whom the pod's proxy sees";
        return Step.of(Layer.CAPTURE, Truth.MAYBE, because, waypoint.origin());
    }
}
