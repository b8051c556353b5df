package dev.tenantmesh.maven.migration;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.proof.Proof;
import dev.tenantmesh.verifier.proof.Proved;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of the proofs of one step. */
final class Outcome {

    private final List<String> open = new ArrayList<>();
    private long claims;

    void add(String platform, Proof proof) {
        claims += proof.claims().size();
        proof.claims().stream()
                .filter(proved -> isOpen(proved.judgement()))
                .map(proved -> platform + ": " + sentence(proved))
                .forEach(open::add);
    }

    void refused(Problems problems) {
        problems.sorted().forEach(problem -> open.add(problem.toString()));
    }

    private static boolean isOpen(Judgement judgement) {
        return !judgement.isGood() && judgement.outcome() != Judgement.Outcome.VACUOUS;
    }

    private static String sentence(Proved proved) {
        String why = proved.judgement().counterexamples().stream()
                .findFirst()
                .map(example -> example.sentence())
                .orElseGet(
                        () -> proved.judgement().reasons().stream().findFirst().orElse(""));
        return proved.claim().id() + " is "
                + proved.judgement().outcome().name().toLowerCase(Locale.ROOT) + ": " + why;
    }

    String proof() {
        return open.isEmpty() ? "Proved: " + claims + (claims == 1 ? " claim holds." : " claims hold.") : "Not proved:";
    }

    List<String> open() {
        return open;
    }
}
