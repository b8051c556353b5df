package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.List;
import java.util.Optional;

/**
 * A member namespace with everything it inherits.
 *
 * @param tenant who owns it
 * @param source what the tenant wrote
 * @param everyPod all its pods
 * @param mode what its proxies demand where no workload says otherwise
 * @param podSecurity the standard it enforces
 * @param boundary what is open inside, for pods that no workload describes
 * @param workloads its workloads, sorted by name
 * @param gateways the gateways that stand in it, sorted by name
 * @param entry its model entry
 */
public record MemberNamespace(
        Tenant tenant,
        TenantNamespace source,
        Pods everyPod,
        MtlsMode mode,
        PodSecurity podSecurity,
        Boundary boundary,
        List<MemberWorkload> workloads,
        List<MemberGateway> gateways,
        String entry) {

    public String name() {
        return source.name();
    }

    /** Whether it declares nothing, so that its pods are open inside its boundary on every application port. */
    public boolean isOpen() {
        return workloads.isEmpty() && gateways.isEmpty();
    }

    /** Whether a grant reaches it or a workload of it. */
    public boolean isGranted(PeerGrant.Target to) {
        return to.tenant().equals(tenant.name())
                && (to.namespace() == null || to.namespace().equals(name()));
    }

    /** The workload of a name. */
    public Optional<MemberWorkload> workload(String name) {
        return workloads.stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst();
    }
}
