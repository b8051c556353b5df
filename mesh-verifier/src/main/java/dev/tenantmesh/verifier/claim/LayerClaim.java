package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.model.problem.Origin;

/**
 * A claim that one layer keeps alone, so that a mistake in the other opens nothing.
 *
 * @param claim what is closed
 * @param layer which layer keeps it
 */
public record LayerClaim(Claim claim, EnforcedBy layer) implements Claim {

    @Override
    public String id() {
        return claim.id();
    }

    @Override
    public String sentence() {
        return claim.sentence();
    }

    @Override
    public Origin origin() {
        return claim.origin();
    }

    @Override
    public Judgement judge(Evidence evidence) {
        return claim.judge(evidence.only(layer));
    }
}
