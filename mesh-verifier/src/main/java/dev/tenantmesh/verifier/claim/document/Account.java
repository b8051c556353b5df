package dev.tenantmesh.verifier.claim.document;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A service account, written {@code namespace/name}.
 *
 * @param namespace its namespace
 * @param name its name
 */
public record Account(String namespace, String name) {

    /** The account written as one value. */
    @JsonCreator
    public static Account of(String written) {
        String[] parts = written.split("/", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("A service account is written namespace/name.");
        }
        return new Account(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
