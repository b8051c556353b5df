package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Exemption.Place;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;

/** The chain of levels above something; builds the places that exemptions name. */
final class Subject {

    private Subject() {}

    static Place place(Mesh mesh) {
        return new Place(mesh.name(), null, null, null, null);
    }

    static Place place(Mesh mesh, Tenant tenant) {
        return new Place(mesh.name(), tenant.name(), null, null, null);
    }

    static Place place(Mesh mesh, Tenant tenant, TenantNamespace namespace) {
        return new Place(mesh.name(), tenant.name(), namespace.name(), null, null);
    }

    static Place place(Mesh mesh, Tenant tenant, TenantNamespace namespace, Workload workload) {
        return new Place(mesh.name(), tenant.name(), namespace.name(), workload.name(), null);
    }

    static Place place(Mesh mesh, Tenant tenant, TenantNamespace namespace, Workload workload, int port) {
        return new Place(mesh.name(), tenant.name(), namespace.name(), workload.name(), port);
    }
}
