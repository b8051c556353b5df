package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.AuthenticationLayer.Setting;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the proxy in front of a pod makes of connections that the network lets through. */
public final class MeshLayer {

    private final EnrollmentRules enrollments;
    private final AuthenticationLayer authentication;
    private final AuthorizationLayer authorization;
    private final Listeners listeners;
    private final ClusterProfile profile;
    private final Set<MeshSettings> withAmbient;

    public MeshLayer(PolicyModel policies, World world, ClusterProfile profile) {
        this.enrollments = new EnrollmentRules(policies.meshes(), policies.members());
        this.authentication = new AuthenticationLayer(policies.peerAuthentications());
        this.authorization = new AuthorizationLayer(policies.authorizationPolicies());
        this.listeners = new Listeners(world, policies.gatewayServers());
        this.profile = profile;
        this.withAmbient = withAmbient(world);
    }

    /** The meshes that have pods, or could have, whose proxy is that of their node. */
    private Set<MeshSettings> withAmbient(World world) {
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

    /** What the network may see of connections to a port of a pod: the port itself first. */
    public List<Wire> wires(Pod pod, Port port) {
        Truth tunnels = tunnels(pod, port);
        return tunnels.isPossible() ? List.of(Wire.direct(port), Wire.tunnel(tunnels)) : List.of(Wire.direct(port));
    }

    /** Proxies of pods take tunnels if their mesh has proxies of nodes, unless they are older than that. */
    private Truth tunnels(Pod pod, Port port) {
        Enrollment enrollment = enrollments.of(pod);
        if (!port.isTcp() || Capture.isBlackHole(enrollment, port)) {
            return Truth.NO;
        }
        return switch (enrollment.plane()) {
            case AMBIENT -> Capture.isBypassed(pod) ? Truth.MAYBE : Truth.YES;
            case SIDECAR -> enrollment.mesh().filter(withAmbient::contains).isPresent() ? Truth.MAYBE : Truth.NO;
            case NONE, GATEWAY -> Truth.NO;
        };
    }

    /**
     * Every way into a pod on one wire, open or not.
     *
     * @param identities whom the source can show a certificate for, and how certainly
     */
    public List<Way> ways(Approach approach, Wire wire, SortedMap<Identity, Truth> identities) {
        Enrollment enrollment = enrollments.of(approach.pod());
        if (wire.isTunnel()) {
            return tunnelled(new Asking(approach, enrollment), wire, identities);
        }
        if (Capture.isBlackHole(enrollment, approach.port())) {
            return List.of(new Way(null, List.of(Capture.blackHole(approach.port()))));
        }
        Capture capture = Capture.of(approach.pod(), enrollment, approach.port());
        return capture.through()
                ? captured(new Asking(approach, enrollment), capture, identities)
                : List.of(new Way(null, List.of(capture.step())));
    }

    private static List<Way> tunnelled(Asking asking, Wire wire, SortedMap<Identity, Truth> identities) {
        Step taken = Capture.inTunnel(asking.approach.pod(), asking.enrollment, wire);
        return identities.entrySet().stream()
                .map(shown -> asking.inTunnel(shown.getKey(), shown.getValue()).after(List.of(taken)))
                .toList();
    }

    /** Proxies of nodes look for identities in tunnels only. */
    private static List<Way> captured(Asking asking, Capture capture, SortedMap<Identity, Truth> identities) {
        List<Way> ways = new ArrayList<>();
        ways.add(asking.plaintext().after(List.of(capture.step())));
        if (asking.enrollment.plane() == DataPlane.AMBIENT) {
            Capture.fromOwnNode(asking.approach.source()).ifPresent(step -> ways.add(new Way(null, List.of(step))));
        } else {
            identities.forEach((identity, certainty) ->
                    ways.add(asking.identity(identity, certainty).after(List.of(capture.step()))));
        }
        return ways;
    }

    /** One connection that goes through a proxy. */
    private final class Asking {
        private final Approach approach;
        private final Enrollment enrollment;
        private final MeshSettings mesh;
        private final Set<Setting> settings;

        Asking(Approach approach, Enrollment enrollment) {
            this.approach = approach;
            this.enrollment = enrollment;
            this.mesh = enrollment.mesh().orElseThrow();
            this.settings = authentication.settings(
                    approach.pod(), enrollment, approach.port().number());
        }

        Way plaintext() {
            if (enrollment.plane() == DataPlane.GATEWAY) {
                return way(null, listeners.ask(approach.pod(), approach.port(), false));
            }
            Truth admitted = all(settings.stream().map(Setting::admitsPlaintext).toList());
            return way(null, authentication(admitted));
        }

        Way identity(Identity identity, Truth certainty) {
            if (!mesh.trusts(identity.trustDomain())) {
                return way(identity, untrusted(identity));
            }
            Truth admitted =
                    all(settings.stream().map(Setting::admitsIdentities).toList());
            Step asked = enrollment.plane() == DataPlane.GATEWAY
                    ? listeners.ask(approach.pod(), approach.port(), true)
                    : authentication(admitted);
            return way(identity, shown(asked, certainty));
        }

        /** A tunnel asks for an identity whatever the mode; the proxy of a node knows no other trust domain than its own. */
        Way inTunnel(Identity identity, Truth certainty) {
            boolean trusted = enrollment.plane() == DataPlane.AMBIENT
                    ? mesh.trustDomain().equals(identity.trustDomain())
                    : mesh.trusts(identity.trustDomain());
            Step asked = trusted
                    ? shown(Step.of(Layer.AUTHENTICATION, Truth.YES, "a tunnel is always mutual TLS", null), certainty)
                    : untrusted(identity);
            Way way = way(identity, asked);
            return new Way(way.identity(), true, way.steps());
        }

        private Step untrusted(Identity identity) {
            String because = "trust domain " + identity.trustDomain() + " is not one of mesh " + mesh.name();
            return Step.of(Layer.AUTHENTICATION, Truth.NO, because, null);
        }

        private static Step shown(Step asked, Truth certainty) {
            return certainty.isCertain()
                    ? asked
                    : Step.of(
                            asked.layer(),
                            asked.passed().and(certainty),
                            asked.because() + "; the source may show a certificate",
                            asked.origin());
        }

        private Step authentication(Truth admitted) {
            Setting first = settings.iterator().next();
            String because = settings.size() == 1
                    ? first.because()
                    : "policies of one scope contradict each other: "
                            + settings.stream().map(Setting::because).sorted().collect(Collectors.joining(", "));
            return Step.of(Layer.AUTHENTICATION, admitted, because, first.origin());
        }

        private Way way(@Nullable Identity identity, Step step) {
            if (!step.passed().isPossible()) {
                return new Way(identity, List.of(step));
            }
            Connection connection = new Connection(
                    approach.source(), identity, approach.port(), AppProtocols.of(approach.protocols()), profile);
            return new Way(identity, List.of(step, authorization.ask(approach.pod(), enrollment, connection)));
        }

        private static Truth all(List<Truth> truths) {
            return truths.stream().distinct().count() == 1 ? truths.get(0) : Truth.MAYBE;
        }
    }
}
