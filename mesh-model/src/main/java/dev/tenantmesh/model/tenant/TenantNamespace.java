package dev.tenantmesh.model.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.Isolation;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.MtlsScope;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.quota.Quota;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A namespace of a tenant.
 *
 * @param name RFC 1123 label
 * @param clusters the clusters of a platform that it is in; none: all that its mesh has members in
 * @param manage who makes the Namespace object; absent: create
 * @param podSecurity the Pod Security Standard it enforces; absent: restricted
 * @param dataPlane where the proxies of its pods run; absent: as the Mesh or the Platform says
 * @param waypoint a proxy before its Services, which clients on the ambient data plane come through; absent: none
 * @param mtls tightens the tenant's mode, or loosens it under an exemption
 * @param isolation tightens the tenant's isolation
 * @param quota tightens the tenant's
 * @param workloads what runs in it; none: open inside its boundary on every TCP port but those of the proxies
 */
@ModelRecord
public record TenantNamespace(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.LABEL) List<String> clusters,
        @Nullable Manage manage,
        @Nullable PodSecurity podSecurity,
        @Nullable DataPlane dataPlane,
        @Nullable Waypoint waypoint,
        @Nullable MtlsScope mtls,
        @Nullable Isolation isolation,
        @Nullable Quota quota,
        List<Workload> workloads) {

    public TenantNamespace {
        clusters = List.copyOf(clusters);
        workloads = List.copyOf(workloads);
    }

    /** Who makes the Namespace object. */
    public Manage managed() {
        return manage == null ? Manage.CREATE : manage;
    }

    /** Who makes the Namespace object. */
    public enum Manage {
        /** We do, with every label it needs. */
        @JsonProperty("create")
        CREATE,
        /** Somebody else does; we render the labels that the mesh needs, to be merged. */
        @JsonProperty("metadata")
        METADATA,
        /** Somebody else does, labels included; the build lists the labels it relies on. */
        @JsonProperty("none")
        NONE
    }
}
