package dev.tenantmesh.verifier.policy.network;

/** Which end of a connection a rule is about. */
public enum Direction {
    /** Into the pod that the policy selects. */
    INGRESS("Ingress"),
    /** Out of it. */
    EGRESS("Egress");

    private final String written;

    Direction(String written) {
        this.written = written;
    }

    /** Its spelling in {@code policyTypes}. */
    public String written() {
        return written;
    }
}
