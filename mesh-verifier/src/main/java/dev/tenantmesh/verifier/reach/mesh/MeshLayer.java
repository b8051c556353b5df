package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.AuthenticationLayer.Setting;
import dev.tenantmesh.verifier.reach.mesh.Connection.AppProtocol;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the proxy in front of a pod makes of connections that the network lets through. */
public final class MeshLayer {

    private final EnrollmentRules enrollments;
    private final AuthenticationLayer authentication;
    private final AuthorizationLayer authorization;
    private final Listeners listeners;
    private final ClusterProfile profile;

    public MeshLayer(PolicyModel policies, World world, ClusterProfile profile) {
        this.enrollments = new EnrollmentRules(policies.meshes(), policies.members());
        this.authentication = new AuthenticationLayer(policies.peerAuthentications());
        this.authorization = new AuthorizationLayer(policies.authorizationPolicies());
        this.listeners = new Listeners(world, policies.gatewayServers());
        this.profile = profile;
    }

    /** What stands in front of a pod. */
    public Enrollment enrollment(Pod pod) {
        return enrollments.of(pod);
    }

    /**
     * Every way into a pod, open or not.
     *
     * @param identities whom the source can show a certificate for, and how certainly
     * @param protocols what Services say of the port
     */
    public List<Way> ways(
            Pod pod, Endpoint source, Port port, SortedMap<Identity, Truth> identities, Set<String> protocols) {
        Enrollment enrollment = enrollments.of(pod);
        if (Capture.isBlackHole(enrollment, port)) {
            String because = "the proxy drops what is sent to the port that it redirects to";
            return List.of(new Way(null, List.of(Step.of(Layer.CAPTURE, Truth.NO, because, null))));
        }
        Capture capture = Capture.of(pod, enrollment, port);
        if (!capture.through()) {
            return List.of(new Way(null, List.of(capture.step())));
        }
        Asking asking = new Asking(pod, source, port, AppProtocols.of(protocols));
        List<Way> ways = new ArrayList<>();
        ways.add(asking.plaintext());
        identities.forEach((identity, certainty) -> ways.add(asking.identity(identity, certainty)));
        return ways.stream().map(way -> way.after(List.of(capture.step()))).toList();
    }

    /** One connection that goes through a proxy. */
    private final class Asking {
        private final Pod pod;
        private final Endpoint source;
        private final Port port;
        private final Enrollment enrollment;
        private final AppProtocol protocol;
        private final MeshSettings mesh;
        private final Set<Setting> settings;
        private final List<GatewayServer> servers;

        Asking(Pod pod, Endpoint source, Port port, AppProtocol protocol) {
            this.pod = pod;
            this.source = source;
            this.port = port;
            this.enrollment = enrollments.of(pod);
            this.protocol = protocol;
            this.mesh = enrollment.mesh().orElseThrow();
            this.settings = authentication.settings(pod, mesh, port.number());
            this.servers = listeners.on(pod, port);
        }

        Way plaintext() {
            if (enrollment.plane() == DataPlane.GATEWAY) {
                return way(null, served(false));
            }
            Truth admitted = all(settings.stream().map(Setting::admitsPlaintext).toList());
            return way(null, authentication(admitted));
        }

        Way identity(Identity identity, Truth certainty) {
            if (!mesh.trusts(identity.trustDomain())) {
                String because = "trust domain " + identity.trustDomain() + " is not one of mesh " + mesh.name();
                return way(identity, Step.of(Layer.AUTHENTICATION, Truth.NO, because, null));
            }
            if (enrollment.plane() == DataPlane.GATEWAY) {
                Step served = served(true);
                return way(
                        identity,
                        Step.of(served.layer(), served.passed().and(certainty), served.because(), served.origin()));
            }
            Truth admitted = all(settings.stream()
                    .map(setting -> setting.admitsIdentities(enrollment.plane()))
                    .toList());
            Step step = authentication(admitted);
            String because =
                    certainty.isCertain() ? step.because() : step.because() + "; the source may get a certificate";
            return way(identity, Step.of(Layer.AUTHENTICATION, admitted.and(certainty), because, step.origin()));
        }

        /** What the servers of a gateway ask of a client: a mesh identity, or something that is none. */
        private Step served(boolean identity) {
            List<GatewayServer> fitting = servers.stream()
                    .filter(server -> server.isMutual() == identity)
                    .toList();
            if (fitting.isEmpty()) {
                String because = servers.isEmpty()
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
            if (identity == null && servers.stream().anyMatch(GatewayServer::isAutomatic)) {
                return new Way(null, List.of(step, unasked()));
            }
            Connection connection = new Connection(source, identity, port, protocol, profile);
            return new Way(identity, List.of(step, authorization.ask(pod, enrollment, connection)));
        }

        /** @see <a href="https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/gateway.go">its filter chains</a> */
        private Step unasked() {
            GatewayServer automatic = servers.stream()
                    .filter(GatewayServer::isAutomatic)
                    .findFirst()
                    .orElseThrow();
            String because = "a server with TLS AUTO_PASSTHROUGH asks no AuthorizationPolicy";
            return Step.of(Layer.AUTHORIZATION, Truth.YES, because, automatic.origin());
        }

        private Truth all(List<Truth> truths) {
            return truths.stream().distinct().count() == 1 ? truths.get(0) : Truth.MAYBE;
        }
    }

    /** What a proxy takes a port's connections for. */
    private static final class AppProtocols {

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

        /** Several Services may say several things, and a port of none of them is bytes. */
        static AppProtocol of(Set<String> protocols) {
            Set<AppProtocol> known = protocols.stream()
                    .map(protocol -> KNOWN.getOrDefault(protocol, AppProtocol.EITHER))
                    .collect(Collectors.toSet());
            return known.size() == 1 ? known.iterator().next() : known.isEmpty() ? AppProtocol.TCP : AppProtocol.EITHER;
        }
    }
}
