package dev.tenantmesh.model;

import org.jspecify.annotations.Nullable;

/**
 * How a tenant, namespace or workload is closed; what is absent is inherited, and a lower level may only tighten.
 *
 * @param boundary inside it declared ports are open, across it everything is closed that no edge opens
 * @param router where traffic of the ingress router may arrive
 */
@ModelRecord
public record Isolation(
        @Nullable Boundary boundary, @Nullable RouterTraffic router) {

    /** Nothing said at this level. */
    public static final Isolation INHERITED = new Isolation(null, null);
}
