package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Somebody reaches somebody: a connection that must work for whoever behaves, in one of the ways that are wanted.
 *
 * @param id the intent and whom it is about
 * @param sentence what a person signs
 * @param origin where it was wanted
 * @param wanted who opens it, each of them; whom to, each of them; on which ports, each of them; in which ways, one of
 *     which is enough
 * @param enough how certain it must be; perhaps is enough where only a request or a host name decides
 * @param everybody whether of a whole namespace pods are meant, too, that are in no manifest beside others that are
 */
public record OpenClaim(String id, String sentence, Origin origin, Permission wanted, Truth enough, boolean everybody)
        implements Claim {

    /** One about pods that are declared, where any are. */
    public OpenClaim(String id, String sentence, Origin origin, Permission wanted, Truth enough) {
        this(id, sentence, origin, wanted, enough, false);
    }

    @Override
    public Judgement judge(Evidence evidence) {
        List<Endpoint> sources = everybody ? evidence.everybody(wanted.from()) : evidence.somebody(wanted.from());
        List<Endpoint> destinations = evidence.somebody(wanted.to());
        if (sources.isEmpty() || destinations.isEmpty()) {
            return Judgement.vacuous("There is nobody at one of its ends.");
        }
        return Judgement.of(sources.stream()
                .flatMap(source -> destinations.stream()
                        .filter(destination -> !destination.equals(source))
                        .flatMap(destination -> wanted.ports().stream()
                                .map(PortRange::representative)
                                .flatMap(port -> failing(evidence, source, destination, port).stream())))
                .toList());
    }

    private Optional<Counterexample> failing(Evidence evidence, Endpoint source, Endpoint destination, Port port) {
        Verdict verdict = evidence.behaved(source, destination, port);
        List<Way> named = verdict.ways().stream()
                .filter(way -> wanted.manner().permits(way.identity()))
                .toList();
        List<Way> fitting = named.isEmpty() && wanted.manner().mutual() ? unnamed(source, verdict) : named;
        if (works(fitting)) {
            return Optional.empty();
        }
        return (fitting.isEmpty() ? verdict.ways() : fitting)
                .stream()
                        .max(Comparator.comparing(Way::isOpen))
                        .map(way -> new Counterexample(source, destination, PortRange.of(port), way, true));
    }

    /** Where only identities count, each of those that are meant must get through; else one way is enough. */
    private boolean works(List<Way> fitting) {
        Predicate<Way> open = way -> way.isOpen().compareTo(enough) >= 0;
        return wanted.manner().plaintext()
                ? fitting.stream().anyMatch(open)
                : !fitting.isEmpty()
                        && fitting.stream()
                                .collect(Collectors.groupingBy(
                                        way -> Objects.requireNonNull(way.identity()),
                                        Collectors.mapping(open::test, Collectors.reducing(false, Boolean::logicalOr))))
                                .values()
                                .stream()
                                .allMatch(opened -> opened);
    }

    /** A service account that no manifest names is treated as every other that none names. */
    private static List<Way> unnamed(Endpoint source, Verdict verdict) {
        return verdict.ways().stream()
                .filter(way -> way.identity() != null
                        && source instanceof Pod pod
                        && way.identity().serviceAccount().equals(Identity.ANY_OTHER)
                        && way.identity().namespace().equals(pod.namespace().name()))
                .toList();
    }
}
