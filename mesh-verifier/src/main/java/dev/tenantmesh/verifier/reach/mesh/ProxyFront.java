package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A proxy in front of a pod: what it takes, what it demands of whoever comes, and whom it admits. */
final class ProxyFront implements Front {

    private final Pod pod;
    private final Enrollment enrollment;
    private final boolean besideAmbient;
    private final MeshSettings mesh;
    private final Function<Port, Door> doors;
    private final AuthorizationLayer.Applied authorization;
    private final ClusterProfile profile;
    private final Map<Port, Door> known = new ConcurrentHashMap<>();

    /**
     * Whose proxy it is.
     *
     * @param pod the pod
     * @param enrollment why it has a proxy, and which
     * @param besideAmbient whether other pods of the mesh have proxies of nodes, so that clients may come in tunnels
     */
    record Owner(Pod pod, Enrollment enrollment, boolean besideAmbient) {}

    ProxyFront(
            Owner owner, Function<Port, Door> doors, AuthorizationLayer.Applied authorization, ClusterProfile profile) {
        this.pod = owner.pod();
        this.enrollment = owner.enrollment();
        this.besideAmbient = owner.besideAmbient();
        this.mesh = enrollment.mesh().orElseThrow();
        this.doors = doors;
        this.authorization = authorization;
        this.profile = profile;
    }

    private Door door(Port port) {
        return known.computeIfAbsent(port, doors);
    }

    @Override
    public List<Wire> wires(Port port) {
        Truth tunnels = tunnels(port);
        return tunnels.isPossible() ? List.of(Wire.direct(port), Wire.tunnel(tunnels)) : List.of(Wire.direct(port));
    }

    /** Proxies of pods take tunnels if their mesh says so; if only pods of it have proxies of nodes, they may. */
    private Truth tunnels(Port port) {
        if (!port.isTcp() || Capture.isBlackHole(enrollment, port)) {
            return Truth.NO;
        }
        return switch (enrollment.plane()) {
            case AMBIENT -> Capture.isBypassed(pod) ? Truth.MAYBE : Truth.YES;
            case SIDECAR ->
                mesh.nodes().tunnels().isCertain()
                        ? Truth.YES
                        : Truth.of(besideAmbient).and(Truth.MAYBE);
            case NONE, GATEWAY -> Truth.NO;
        };
    }

    @Override
    public List<Way> ways(Endpoint source, Port port, Wire wire, SortedMap<Identity, Truth> identities) {
        Visit visit = new Visit(source, port);
        if (wire.isTunnel()) {
            Step taken = Capture.inTunnel(pod, enrollment, wire);
            return identities.entrySet().stream()
                    .map(shown ->
                            inTunnel(visit, shown.getKey(), shown.getValue()).after(List.of(taken)))
                    .toList();
        }
        if (Capture.isBlackHole(enrollment, port)) {
            return List.of(new Way(null, List.of(Capture.blackHole(port))));
        }
        Capture capture = door(port).capture();
        return capture.through()
                ? captured(visit, capture, identities)
                : List.of(new Way(null, List.of(capture.step())));
    }

    /** Somebody at the proxy. */
    private record Visit(Endpoint source, Port port) {}

    /** Proxies of nodes look for identities in tunnels only. */
    private List<Way> captured(Visit visit, Capture capture, SortedMap<Identity, Truth> identities) {
        List<Way> ways = new ArrayList<>();
        ways.add(plaintext(visit).after(List.of(capture.step())));
        if (enrollment.plane() == DataPlane.AMBIENT) {
            Capture.fromOwnNode(visit.source()).ifPresent(step -> ways.add(new Way(null, List.of(step))));
        } else {
            identities.forEach((identity, certainty) ->
                    ways.add(identity(visit, identity, certainty).after(List.of(capture.step()))));
        }
        return ways;
    }

    private Way plaintext(Visit visit) {
        return way(visit, null, door(visit.port()).plaintext());
    }

    private Way identity(Visit visit, Identity identity, Truth certainty) {
        return way(
                visit,
                identity,
                mesh.trusts(identity.trustDomain())
                        ? shown(door(visit.port()).identity(), certainty)
                        : untrusted(identity));
    }

    /** A tunnel asks for an identity whatever the mode; the proxy of a node knows no other trust domain than its own. */
    private Way inTunnel(Visit visit, Identity identity, Truth certainty) {
        boolean trusted = enrollment.plane() == DataPlane.AMBIENT
                ? mesh.trustDomain().equals(identity.trustDomain())
                : mesh.trusts(identity.trustDomain());
        Step asked = trusted
                ? shown(Step.of(Layer.AUTHENTICATION, Truth.YES, "a tunnel is always mutual TLS", null), certainty)
                : untrusted(identity);
        Way way = way(visit, identity, asked);
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

    private Way way(Visit visit, @Nullable Identity identity, Step step) {
        if (!step.passed().isPossible()) {
            return new Way(identity, List.of(step));
        }
        Door door = door(visit.port());
        if (identity == null && door.unasked().isPresent()) {
            return new Way(null, List.of(step, door.unasked().get()));
        }
        Connection connection = new Connection(visit.source(), identity, visit.port(), door.protocol(), profile);
        return new Way(identity, List.of(step, authorization.ask(connection)));
    }
}
