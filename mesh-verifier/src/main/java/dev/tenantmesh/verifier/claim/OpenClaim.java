package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Somebody reaches somebody: a connection that must work for whoever behaves, in one of the ways that are permitted.
 *
 * @param id the intent and whom it is about
 * @param sentence what a person signs
 * @param origin where it was wanted
 * @param sources who opens it, each of them
 * @param destinations whom to, each of them
 * @param port on which port
 * @param manner in which ways; one is enough
 */
public record OpenClaim(
        String id,
        String sentence,
        Origin origin,
        List<Endpoint> sources,
        List<Endpoint> destinations,
        Port port,
        Permission.Manner manner)
        implements Claim {

    public OpenClaim {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
    }

    @Override
    public Judgement judge(Evidence evidence) {
        if (sources.isEmpty() || destinations.isEmpty()) {
            return Judgement.vacuous("There is nobody at one of its ends.");
        }
        return Judgement.of(sources.stream()
                .flatMap(source ->
                        destinations.stream().flatMap(destination -> failing(evidence, source, destination).stream()))
                .toList());
    }

    private Optional<Counterexample> failing(Evidence evidence, Endpoint source, Endpoint destination) {
        Verdict verdict = evidence.behaved(source, destination, port);
        List<Way> fitting = verdict.ways().stream().filter(this::fits).toList();
        if (fitting.stream().anyMatch(way -> way.isOpen().isCertain())) {
            return Optional.empty();
        }
        Way nearest = (fitting.isEmpty() ? verdict.ways() : fitting)
                .stream().max(Comparator.comparing(Way::isOpen)).orElseThrow();
        return Optional.of(new Counterexample(source, destination, PortRange.of(port), nearest, true));
    }

    private boolean fits(Way way) {
        return manner.permits(way.identity());
    }
}
