package dev.tenantmesh.generator.manifest;

/** One thing to write, before it has a path. */
public sealed interface Rendered permits RenderedObject, RenderedPart, RenderedValues {

    /** The platform it is for: the first folder of its path. */
    String platform();

    /** The model entry it comes from, such as {@code tenant/payments/allowFrom/web-storefront}. */
    String entry();
}
