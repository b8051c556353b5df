package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.platform.PeerGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a namespace may reach outside the mesh because the platform granted it. */
final class GrantPolicies {

    private GrantPolicies() {}

    static List<NetworkPolicyPlan> egress(Target target, Members members, MemberNamespace namespace) {
        List<NetworkPolicyPlan> policies = new ArrayList<>();
        for (PeerGrant grant : target.grants(members.mesh())) {
            if (grant.direction() != PeerGrant.Direction.EGRESS) {
                continue;
            }
            for (PeerGrant.Target to : grant.to()) {
                if (namespace.isGranted(to)) {
                    policies.add(policy(target, members, namespace, grant, to));
                }
            }
        }
        return policies.stream().distinct().toList();
    }

    private static NetworkPolicyPlan policy(
            Target target, Members members, MemberNamespace namespace, PeerGrant grant, PeerGrant.Target to) {
        List<PortRange> ports = grant.ports().stream()
                .map(PeerGrant.Port::podPort)
                .distinct()
                .sorted()
                .map(PortRange::tcp)
                .toList();
        Map<String, String> labels = to.workload() == null
                ? Map.of()
                : namespace
                        .workload(to.workload())
                        .map(MemberWorkload::pods)
                        .orElseThrow()
                        .labels();
        String name = "grant-" + grant.name() + (to.workload() == null ? "" : "." + to.workload());
        String entry = "grant/" + grant.name();
        Heading heading =
                members.heading(namespace, name, entry, "egress: the platform grants the way to " + grant.name());
        return NetworkPolicyPlan.egress(
                heading, labels, List.of(Opening.of(List.of(target.peer(grant.peer())), ports, entry)));
    }
}
