package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Counterexample;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports claims that do not hold, each once, where somebody wanted it. */
public final class ProofProblems {

    private ProofProblems() {}

    /** Reports every claim of a proof that does not hold. */
    public static void report(Proof proof, Problems problems) {
        proof.claims().forEach(proved -> report(proved, problems));
    }

    private static void report(Proved proved, Problems problems) {
        Claim claim = proved.claim();
        switch (proved.judgement().outcome()) {
            case HOLDS -> {}
            case BROKEN ->
                problems.error(ProblemCode.CLAIM_BROKEN, claim.origin(), claim.id(), why(proved), fix(proved));
            case UNKNOWN ->
                problems.error(ProblemCode.CLAIM_UNKNOWN, claim.origin(), claim.id(), why(proved), fix(proved));
            case VACUOUS ->
                problems.warning(
                        ProblemCode.CLAIM_VACUOUS,
                        claim.origin(),
                        claim.id(),
                        why(proved),
                        "Check the names in it, or remove it.");
        }
    }

    /** What the plainest counterexample says, and what is not known of it. */
    private static String why(Proved proved) {
        if (proved.witnesses().isEmpty()) {
            return proved.judgement().reasons().stream().findFirst().orElse("Nothing decides it.");
        }
        Counterexample example = proved.witnesses().get(0).example();
        return Stream.concat(
                        Stream.of(example.sentence()),
                        example.doubts().stream().limit(1).map(doubt -> "Not known is " + doubt + "."))
                .collect(Collectors.joining(" "));
    }

    private static String fix(Proved proved) {
        return proved.witnesses().stream()
                .map(Witness::fix)
                .findFirst()
                .orElse("Change what it names, or withdraw the claim.");
    }
}
