package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.world.Endpoint;
import java.util.List;
import java.util.stream.Stream;

/**
 * One party opens nothing of another, on no port and in no way; asked of every pod of both that there is or could be.
 *
 * @param id the intent and whom it is about
 * @param sentence what a person signs
 * @param origin where it was wanted
 * @param from who never connects
 * @param to whom to
 */
public record NeverClaim(String id, String sentence, Origin origin, Party.Pods from, Party.Pods to) implements Claim {

    @Override
    public Judgement judge(Evidence evidence) {
        List<Endpoint> sources = everybody(evidence, from);
        List<Endpoint> destinations = everybody(evidence, to);
        Connectivity connectivity = evidence.at(evidence.level());
        return Judgement.of(sources.stream()
                .flatMap(source -> destinations.stream()
                        .flatMap(destination -> connectivity.between(source, destination).stream()))
                .flatMap(connection -> connection.openings().stream()
                        .flatMap(opening -> opening.verdict().ways().stream()
                                .filter(way -> way.isOpen().isPossible())
                                .map(way -> new Counterexample(
                                        connection.source(), connection.destination(), opening.ports(), way, false))))
                .toList());
    }

    private static List<Endpoint> everybody(Evidence evidence, Party.Pods party) {
        return Stream.concat(evidence.pods(party).stream(), evidence.everybody(party).stream())
                .distinct()
                .toList();
    }
}
