package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.model.problem.Origin;
import java.util.function.Function;

/**
 * A claim that is no comparison of connections: it looks for itself.
 *
 * @param id the intent and whom it is about
 * @param sentence what a person signs
 * @param origin where it was wanted
 * @param judged how it is found out
 */
public record StatedClaim(String id, String sentence, Origin origin, Function<Evidence, Judgement> judged)
        implements Claim {

    @Override
    public Judgement judge(Evidence evidence) {
        return judged.apply(evidence);
    }
}
