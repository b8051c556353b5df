package dev.tenantmesh.verifier.world;

import org.jspecify.annotations.Nullable;

/**
 * Addresses outside the cluster that no policy tells apart.
 *
 * @param range the addresses
 * @param visitor who is known to be there; null: anybody without an identity of the mesh
 */
public record External(AddressRange range, @Nullable Visitor visitor) implements Endpoint {

    /** Anybody there. */
    public External(AddressRange range) {
        this(range, null);
    }

    @Override
    public String id() {
        return visitor == null ? range.toString() : visitor.name() + " at " + range;
    }
}
