package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Judgement.Outcome;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.OpenClaim;
import java.util.List;

/**
 * Claims held against one set of manifests. It is good only if every claim holds: what is not known counts as much as
 * what is broken.
 *
 * @param assumptions under which it counts
 * @param claims what came of each, in the order in which they were given
 */
public record Proof(Assumptions assumptions, List<Proved> claims) {

    public Proof {
        claims = List.copyOf(claims);
    }

    /** Judges every claim; the result does not depend on which one is done first. */
    public static Proof of(List<Claim> claims, Evidence evidence) {
        Fixes fixes = new Fixes(evidence);
        return new Proof(
                Assumptions.of(evidence),
                claims.parallelStream()
                        .map(claim -> proved(claim, evidence, fixes))
                        .toList());
    }

    /** The same under assumptions that its manifests do not show, one sentence each. */
    public Proof assuming(List<String> further) {
        return new Proof(
                new Assumptions(assumptions.level(), assumptions.profile(), assumptions.meshes(), further), claims);
    }

    private static Proved proved(Claim claim, Evidence evidence, Fixes fixes) {
        Judgement judgement = claim.judge(evidence);
        List<Witness> witnesses = judgement.counterexamples().stream()
                .map(example -> new Witness(example, fixes.of(claim, example), Probe.of(example)))
                .toList();
        return new Proved(claim, level(claim, evidence.level()), judgement, witnesses);
    }

    /** A claim may say nothing beyond a level, and one that somebody gets through is about those who behave. */
    private static Level level(Claim claim, Level asked) {
        if (claim instanceof ClosedClaim closed) {
            return closed.atMost().filter(most -> most.compareTo(asked) < 0).orElse(asked);
        }
        if (claim instanceof LayerClaim layered) {
            return level(layered.claim(), asked);
        }
        return claim instanceof OpenClaim ? Level.ACCIDENT : asked;
    }

    /** How many claims came to an outcome. */
    public long count(Outcome outcome) {
        return claims.stream()
                .filter(proved -> proved.judgement().outcome() == outcome)
                .count();
    }

    /** Whether every claim holds; one that is about nobody says nothing, which is a fault only where that is strict. */
    public boolean isGood(boolean strict) {
        return claims.stream()
                .map(proved -> proved.judgement().outcome())
                .allMatch(outcome -> outcome == Outcome.HOLDS || (outcome == Outcome.VACUOUS && !strict));
    }
}
