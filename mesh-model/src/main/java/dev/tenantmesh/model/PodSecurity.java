package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The Pod Security Standard a namespace enforces; ordered from loose to strict.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>
 */
public enum PodSecurity {
    @JsonProperty("privileged")
    PRIVILEGED,
    @JsonProperty("baseline")
    BASELINE,
    @JsonProperty("restricted")
    RESTRICTED
}
