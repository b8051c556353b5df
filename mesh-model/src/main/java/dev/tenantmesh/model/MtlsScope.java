package dev.tenantmesh.model;

import org.jspecify.annotations.Nullable;

/**
 * The mutual TLS mode of a mesh, tenant or namespace.
 *
 * @param mode absent: inherited; {@code STRICT} at the top
 */
@ModelRecord
public record MtlsScope(@Nullable MtlsMode mode) {}
