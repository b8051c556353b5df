package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.MtlsMode;
import org.jspecify.annotations.Nullable;

/**
 * The mutual TLS mode of a whole mesh, and the way to it while there is one.
 *
 * @param mode absent: {@code STRICT}
 * @param migration how far namespaces have come on the way to {@code STRICT}; absent: all the way
 */
@ModelRecord
public record MeshMtls(@Nullable MtlsMode mode, @Nullable MtlsMigration migration) {}
