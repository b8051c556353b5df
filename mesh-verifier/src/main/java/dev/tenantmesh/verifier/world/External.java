package dev.tenantmesh.verifier.world;

/**
 * Addresses outside the cluster that no policy tells apart.
 *
 * @param range the addresses
 */
public record External(AddressRange range) implements Endpoint {

    @Override
    public String id() {
        return range.toString();
    }
}
