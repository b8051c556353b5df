package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.cluster.ClusterPlan;
import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.MtlsMode;
import java.util.List;
import java.util.Optional;

/**
 * What a control plane must be set to for isolation to hold.
 *
 * @param heading its name and namespace
 * @param generated whether its resource is rendered
 * @param trustDomain the trust domain of its identities
 * @param mtls the mode of the mesh
 * @param egress what proxies do with unknown destinations
 * @param exportsNothing whether what says nothing of its export is known in its own namespace only
 * @param ztunnel the namespace of the proxies of nodes that it serves; empty: its mesh has none
 * @param exportsRoutes whether routes that say nothing of it are known everywhere all the same: those of the Gateway API
 *     cannot say it, and are known to the control plane as VirtualServices
 * @param cluster what it must know of other clusters; absent: there are none
 * @param members the namespaces of its members, sorted
 * @param joined whether namespaces join by themselves, instead of being listed
 */
public record ControlPlanePlan(
        Heading heading,
        boolean generated,
        String trustDomain,
        MtlsMode mtls,
        EgressPolicy egress,
        boolean exportsNothing,
        Optional<String> ztunnel,
        boolean exportsRoutes,
        Optional<ClusterPlan> cluster,
        List<String> members,
        boolean joined) {

    public ControlPlanePlan {
        members = List.copyOf(members);
    }

    /** Of what kinds that is known in its own namespace only which says nothing of its export. */
    public List<String> unexported() {
        if (!exportsNothing) {
            return List.of();
        }
        List<String> kinds = List.of("DestinationRule", "Service", "VirtualService");
        return exportsRoutes ? kinds.subList(0, 2) : kinds;
    }

    /** Whether a roll that is made here lists the members. */
    public boolean isListed() {
        return generated && !joined;
    }
}
