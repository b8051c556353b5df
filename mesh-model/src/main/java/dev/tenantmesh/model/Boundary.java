package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The unit inside which declared ports are open to each other without naming the clients; loose to strict. */
public enum Boundary {
    @JsonProperty("mesh")
    MESH,
    @JsonProperty("tenant")
    TENANT,
    @JsonProperty("namespace")
    NAMESPACE,
    /** Nothing is open without an {@code allowFrom}. */
    @JsonProperty("workload")
    WORKLOAD
}
