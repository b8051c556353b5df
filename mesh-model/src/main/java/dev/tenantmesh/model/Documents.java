package dev.tenantmesh.model;

import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.raw.RawManifest;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Collection;

/**
 * Every document of a model, not checked yet.
 *
 * @param tenants those known by their Exports included
 * @param manifests the raw objects that documents name which are rendered
 * @param origins where each was written
 */
record Documents(
        Collection<Platform> platforms,
        Collection<Mesh> meshes,
        Collection<Tenant> tenants,
        Collection<RawManifest> manifests,
        Origins origins) {}
