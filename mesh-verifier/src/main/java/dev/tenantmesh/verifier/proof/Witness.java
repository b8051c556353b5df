package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.verifier.claim.Counterexample;

/**
 * A counterexample with what a person needs to act on it.
 *
 * @param example the connection
 * @param fix the smallest change to the manifests that mends it: which field of which object, and where
 * @param probe one line of shell that tries the connection in a cluster
 */
public record Witness(Counterexample example, String fix, String probe) {

    /** Whether it certainly happens, or only may. */
    public String confidence() {
        return example.certain() ? "CONFIRMED" : "POSSIBLE";
    }
}
