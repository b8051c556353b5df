package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Origin;

/** A value of a manifest with the place it was written at. */
public sealed interface Value permits Mapping, Sequence, Scalar {

    /** Its first character. */
    Origin origin();

    /** Whether nothing was written, or one of YAML's words for nothing; the API server reads it as left out. */
    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING;
    }
}
