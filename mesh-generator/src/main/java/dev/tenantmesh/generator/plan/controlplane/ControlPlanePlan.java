package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.MtlsMode;
import java.util.List;

/**
 * What a control plane must be set to for isolation to hold.
 *
 * @param heading its name and namespace
 * @param generated whether its resource is rendered
 * @param trustDomain the trust domain of its identities
 * @param mtls the mode of the mesh
 * @param egress what proxies do with unknown destinations
 * @param exportsNothing whether what says nothing of its export is known in its own namespace only
 * @param members the namespaces of its members, sorted
 */
public record ControlPlanePlan(
        Heading heading,
        boolean generated,
        String trustDomain,
        MtlsMode mtls,
        EgressPolicy egress,
        boolean exportsNothing,
        List<String> members) {

    public ControlPlanePlan {
        members = List.copyOf(members);
    }
}
