package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who makes something that isolation rests on. */
public enum Provision {
    /** We do, as small as it can be. */
    @JsonProperty("generated")
    GENERATED,
    /** Somebody else does; the build lists what it relies on. */
    @JsonProperty("existing")
    EXISTING
}
