package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Judgement;

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
                problems.error(
                        ProblemCode.CLAIM_BROKEN,
                        claim.origin(),
                        claim.id(),
                        proved.witnesses().get(0).example().sentence(),
                        fix(proved));
            case UNKNOWN ->
                problems.error(
                        ProblemCode.CLAIM_UNKNOWN,
                        claim.origin(),
                        claim.id(),
                        proved.witnesses().stream()
                                .map(witness -> witness.example().sentence())
                                .findFirst()
                                .orElseGet(() -> reason(proved.judgement())),
                        fix(proved));
            case VACUOUS ->
                problems.warning(
                        ProblemCode.CLAIM_VACUOUS,
                        claim.origin(),
                        claim.id(),
                        reason(proved.judgement()),
                        "Check the names in it, or remove it.");
        }
    }

    private static String reason(Judgement judgement) {
        return judgement.reasons().stream().findFirst().orElse("Nothing decides it.");
    }

    private static String fix(Proved proved) {
        return proved.witnesses().stream()
                .map(Witness::fix)
                .findFirst()
                .orElse("Write into the manifests what decides it.");
    }
}
