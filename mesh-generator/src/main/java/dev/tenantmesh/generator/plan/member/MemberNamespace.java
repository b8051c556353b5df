package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace.Manage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member namespace with everything it inherits. It belongs to a tenant, or to the mesh itself: that one holds
 * gateways and nothing else.
 *
 * @param tenant who owns it; absent: the mesh
 * @param source what its owner wrote
 * @param name its name
 * @param managed who makes the Namespace object
 * @param dataPlane where the proxies of its pods run; gateways in it are proxies themselves
 * @param everyPod all its pods
 * @param mode what its proxies demand where no workload says otherwise
 * @param migrating whether its clients may still come in plaintext, on the way to mutual TLS
 * @param podSecurity the standard it enforces
 * @param boundary what is open inside, for pods that no workload describes
 * @param workloads its workloads, sorted by name
 * @param gateways the gateways that stand in it, sorted by name
 * @param waypoint the waypoint before its Services, if there is one
 * @param entry its model entry
 */
public record MemberNamespace(
        @Nullable Tenant tenant,
        Record source,
        String name,
        Manage managed,
        DataPlane dataPlane,
        Pods everyPod,
        MtlsMode mode,
        boolean migrating,
        PodSecurity podSecurity,
        Boundary boundary,
        List<MemberWorkload> workloads,
        List<MemberGateway> gateways,
        Optional<MemberWaypoint> waypoint,
        String entry) {

    /** A namespace of the mesh itself: as strict as there is, whatever tenants are allowed. */
    static MemberNamespace ofMesh(Record source, Pods everyPod, List<MemberGateway> gateways, String entry) {
        return new MemberNamespace(
                null,
                source,
                everyPod.namespace(),
                Manage.CREATE,
                DataPlane.SIDECAR,
                everyPod,
                MtlsMode.STRICT,
                false,
                PodSecurity.RESTRICTED,
                Boundary.WORKLOAD,
                List.of(),
                gateways,
                Optional.empty(),
                entry);
    }

    /** Whether its pods have no proxies of their own. */
    public boolean isAmbient() {
        return dataPlane == DataPlane.AMBIENT;
    }

    /** The name of the tenant that owns it; empty if the mesh does. */
    public String owner() {
        return tenant == null ? "" : tenant.name();
    }

    /** The tenant that owns it, if one does. */
    public Optional<Tenant> owningTenant() {
        return Optional.ofNullable(tenant);
    }

    /** Whether one tenant owns both. */
    public boolean isSibling(MemberNamespace other) {
        return tenant != null && owner().equals(other.owner());
    }

    /** Whether it declares nothing, so that its pods are open inside its boundary on every application port. */
    public boolean isOpen() {
        return workloads.isEmpty() && gateways.isEmpty();
    }

    /** Whether a grant reaches it or a workload of it. */
    public boolean isGranted(PeerGrant.Target to) {
        return to.tenant().equals(owner())
                && (to.namespace() == null || to.namespace().equals(name()));
    }

    /** The workload of a name. */
    public Optional<MemberWorkload> workload(String name) {
        return workloads.stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst();
    }
}
