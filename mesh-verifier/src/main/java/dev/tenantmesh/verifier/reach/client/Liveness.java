package dev.tenantmesh.verifier.reach.client;

import dev.tenantmesh.verifier.policy.visible.Sidecar.Ingress;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.client.Sending.Kind;
import dev.tenantmesh.verifier.reach.client.Works.Attempt;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a well-behaved client is served by a Service: what its own proxy sends must pass the network, be what the
 * destination's proxy takes, and be admitted.
 */
public final class Liveness {

    private final World world;
    private final ClientSide client;
    private final Reachability reachability;

    /** @param reachability where nobody does anything but what the manifests say */
    public Liveness(World world, ClientSide client, Reachability reachability) {
        this.world = world;
        this.client = client;
        this.reachability = reachability;
    }

    /**
     * Whether a client is served by every declared pod of a Service; perhaps, if there is none.
     *
     * @param port of the Service
     */
    public Works works(Pod source, Service service, int port) {
        List<Pod> pods = world.pods().stream().filter(service::selects).toList();
        return pods.isEmpty()
                ? new Works(Truth.MAYBE, List.of())
                : Works.of(pods.stream()
                        .flatMap(pod -> works(source, service, port, pod).attempts().stream())
                        .toList());
    }

    /** Whether a client is served by one pod of a Service. */
    public Works works(Pod source, Service service, int port, Pod destination) {
        Optional<Port> target = service.ports().stream()
                .filter(offered -> offered.port().equals(Port.tcp(port)))
                .flatMap(offered -> offered.of(destination).stream())
                .findFirst();
        return target.isEmpty()
                ? new Works(Truth.NO, List.of())
                : Works.of(client.sends(source, service, port, destination).stream()
                        .flatMap(sending -> attempts(source, destination, target.get(), sending))
                        .toList());
    }

    private Stream<Attempt> attempts(Pod source, Pod destination, Port port, Sending sending) {
        Truth sent = switch (sending.kind()) {
            case BLACKHOLED -> Truth.NO;
            case USER_TLS, LED_ELSEWHERE -> Truth.MAYBE;
            case PLAINTEXT, PASSED_THROUGH, ISTIO_MTLS -> Truth.YES;
        };
        Step step = Step.of(Layer.CLIENT, sent, says(sending), sending.origin());
        if (sending.kind() == Kind.BLACKHOLED || sending.kind() == Kind.LED_ELSEWHERE) {
            return Stream.of(new Attempt(Optional.empty(), sending, List.of(step)));
        }
        return ways(source, destination, port, sending.kind() == Kind.ISTIO_MTLS)
                .map(way -> new Attempt(
                        Optional.of(destination),
                        sending,
                        Stream.concat(
                                        way.after(List.of(step)).steps().stream(),
                                        client.ownTls(destination, port.number()).stream()
                                                .map(Liveness::ownTls))
                                .toList()));
    }

    private static Step ownTls(Ingress listener) {
        String because = "a Sidecar listens with TLS of its own, if the installation lets it";
        return Step.of(Layer.AUTHENTICATION, Truth.MAYBE, because, listener.origin());
    }

    private static String says(Sending sending) {
        String tls = sending.kind() == Kind.USER_TLS ? ", which works only if the application itself takes it" : "";
        return "it " + sending.kind().title() + tls + ", since " + sending.because();
    }

    /** The ways of a verdict that are of the kind that the client goes. */
    private Stream<Way> ways(Pod source, Pod destination, Port port, boolean identity) {
        Verdict verdict = reachability.ask(source, destination, port);
        List<Way> all = verdict.ways();
        List<Way> fitting =
                all.stream().filter(way -> way.isPlaintext() != identity).toList();
        if (!fitting.isEmpty() || all.isEmpty()) {
            return fitting.stream();
        }
        Way other = all.stream().min(Comparator.comparing(Way::isOpen)).orElseThrow();
        if (!other.isOpen().isPossible()) {
            return Stream.of(other);
        }
        Step mismatch = Step.of(
                Layer.AUTHENTICATION, Truth.NO, "nothing in front of " + destination.id() + " takes mutual TLS", null);
        return Stream.of(new Way(
                null, Stream.concat(other.steps().stream(), Stream.of(mismatch)).toList()));
    }
}
