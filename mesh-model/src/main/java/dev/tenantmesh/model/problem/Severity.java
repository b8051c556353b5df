package dev.tenantmesh.model.problem;

/** How much a problem weighs: only an {@link #ERROR} stops the build. */
public enum Severity {
    /** Nothing is written. */
    ERROR,
    /** Written, but the user should look. */
    WARNING,
    /** Good to know. */
    INFO
}
