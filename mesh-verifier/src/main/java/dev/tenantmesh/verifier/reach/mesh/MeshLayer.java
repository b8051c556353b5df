package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.Routing;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication.Mode;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the proxy in front of a pod makes of connections that the network lets through. */
public final class MeshLayer {

    private final EnrollmentRules enrollments;
    private final AuthenticationLayer authentication;
    private final PortModes portModes;
    private final AuthorizationLayer authorization;
    private final Listeners listeners;
    private final World world;
    private final ClusterProfile profile;
    private final Set<MeshSettings> withAmbient;
    private final List<MeshSettings> meshes;
    private final Routing routing;

    public MeshLayer(PolicyModel policies, World world, ClusterProfile profile) {
        Discovery discovery = new Discovery(world);
        this.enrollments = new EnrollmentRules(policies.meshes(), policies.members());
        this.authentication = new AuthenticationLayer(policies.peerAuthentications(), discovery);
        this.portModes = new PortModes(policies.peerAuthentications(), discovery);
        this.authorization = new AuthorizationLayer(policies.authorizationPolicies(), discovery);
        this.listeners = new Listeners(world, policies.gatewayServers());
        this.world = world;
        this.profile = profile;
        this.meshes = policies.meshes();
        this.routing = policies.routing();
        this.withAmbient = withAmbient();
    }

    /** The meshes that have pods, or could have, whose proxy is that of their node. */
    private Set<MeshSettings> withAmbient() {
        return Stream.concat(
                        world.pods().stream(),
                        world.namespaces().values().stream()
                                .map(namespace -> Pod.possible(namespace, Map.of(), Map.of())))
                .map(enrollments::of)
                .filter(enrollment -> enrollment.plane() == DataPlane.AMBIENT)
                .map(Enrollment::mesh)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** What stands in front of a pod. */
    public Enrollment enrollment(Pod pod) {
        return enrollments.of(pod);
    }

    /** The modes that the proxy of a pod may be in for one of its ports; none without a proxy. */
    public Set<Mode> modes(Pod pod, int port) {
        Enrollment enrollment = enrollment(pod);
        return enrollment.isEnrolled() ? portModes.of(pod, enrollment, port) : Set.of();
    }

    /** The proxy in front of a pod, with everything that does not depend on who comes. */
    public Front front(Pod pod) {
        Enrollment enrollment = enrollments.of(pod);
        if (!enrollment.isEnrolled()) {
            return new BareFront(pod, enrollment);
        }
        boolean besideAmbient = enrollment.mesh().filter(withAmbient::contains).isPresent();
        return new ProxyFront(
                new ProxyFront.Owner(pod, enrollment, besideAmbient),
                port -> door(pod, enrollment, port),
                authorization.of(pod, enrollment),
                profile);
    }

    /**
     * What proxies are asked with.
     *
     * @param enrollments which proxy a pod gets
     * @param authorization whom proxies admit
     * @param meshes every control plane
     * @param routing where routes lead
     */
    record Parts(
            World world,
            ClusterProfile profile,
            EnrollmentRules enrollments,
            AuthorizationLayer authorization,
            List<MeshSettings> meshes,
            Routing routing) {}

    /** A waypoint before a pod, with everything that does not depend on who comes. */
    public WaypointFront front(Waypoint waypoint, Pod relay, Pod pod) {
        return new WaypointFront(
                new Parts(world, profile, enrollments, authorization, meshes, routing), waypoint, relay, pod);
    }

    private Door door(Pod pod, Enrollment enrollment, Port port) {
        Capture capture = Capture.of(pod, enrollment, port);
        Connection.AppProtocol protocol = AppProtocols.of(world, pod, port);
        return enrollment.plane() == DataPlane.GATEWAY
                ? Door.of(capture, pod, listeners.on(pod, port), protocol)
                : Door.of(capture, authentication.settings(pod, enrollment, port.number()), protocol);
    }
}
