package dev.tenantmesh.verifier.claim.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way of connecting. */
public enum Over {
    @JsonProperty("mtls")
    MTLS,
    @JsonProperty("plaintext")
    PLAINTEXT,
    @JsonProperty("any")
    ANY;

    static void check(@Nullable Over over, List<Account> as) {
        if (over != MTLS && !as.isEmpty()) {
            throw new IllegalArgumentException("Service accounts are shown over mutual TLS: `as` needs `over: mtls`.");
        }
    }
}
