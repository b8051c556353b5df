package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.model.problem.Origin;

/** One sentence about who reaches whom, and how to find out whether it is true. */
public interface Claim {

    /** The intent that it states, such as {@code tenant-closed}, followed by whom it is about. */
    String id();

    /** What a person signs, with its full stop. */
    String sentence();

    /** Where somebody wanted it. */
    Origin origin();

    /** Whether it is true of the manifests. */
    Judgement judge(Evidence evidence);
}
