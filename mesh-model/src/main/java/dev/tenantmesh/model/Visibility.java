package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which Services a proxy is told about. It keeps configuration small and tenants ignorant of each other; it is never
 * isolation, which rests on the policies alone.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/">Istio security best practices</a>
 */
public enum Visibility {
    /** What its workload may reach, by the same edges and boundaries that the policies are derived from. */
    @JsonProperty("boundary")
    BOUNDARY,
    /** Every Service of the mesh, as Istio does by itself. */
    @JsonProperty("mesh")
    MESH
}
