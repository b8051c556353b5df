package dev.tenantmesh.verifier.world;

/** Somebody who can open a connection or be reached by one. */
public sealed interface Endpoint permits Pod, External, HostProcess {

    /** How people call it, such as {@code shop-prod/storefront}. */
    String id();
}
