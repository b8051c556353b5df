package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Level;
import java.util.List;

/**
 * One claim, and what came of it.
 *
 * @param claim the claim
 * @param level what was assumed of owners
 * @param judgement what came of it
 * @param witnesses its counterexamples, each with a fix and a probe
 */
public record Proved(Claim claim, Level level, Judgement judgement, List<Witness> witnesses) {

    public Proved {
        witnesses = List.copyOf(witnesses);
    }
}
