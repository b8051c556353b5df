package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan.Resolution;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.tenant.External.Protocol;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which granted peers the proxies must know. Under REGISTRY_ONLY a proxy drops what no registry names, and
 * control planes do not discover namespaces outside their mesh. The proxy of a node drops nothing, and would tell every pod of
 * the mesh of what it knows, so that there are none for it.
 */
public final class EgressPlanner {

    private EgressPlanner() {}

    /** One ServiceEntry for each granted peer in each namespace that has the grant. */
    public static List<ServiceEntryPlan> plan(Target target, Members members) {
        if (new EffectiveSettings(target.platform(), members.mesh()).egress() == EgressPolicy.ALLOW_ANY) {
            return List.of();
        }
        return members.namespaces().stream()
                .filter(namespace -> !namespace.isAmbient())
                .flatMap(namespace -> target.grants(members.mesh()).stream()
                        .filter(grant -> grant.direction() == PeerGrant.Direction.EGRESS)
                        .filter(grant -> grant.to().stream().anyMatch(to -> namespace.isGranted(to)))
                        .map(grant -> plan(target, members, namespace, grant)))
                .toList();
    }

    private static ServiceEntryPlan plan(Target target, Members members, MemberNamespace namespace, PeerGrant grant) {
        Heading heading = members.heading(
                namespace,
                "grant-" + grant.name(),
                "grant/" + grant.name(),
                "makes the granted peer known to the proxies, which drop what they do not know");
        return new ServiceEntryPlan(
                heading,
                host(target, grant),
                Resolution.NONE,
                addresses(target.platform().network(), grant.peer()),
                grant.ports().stream()
                        .map(port -> ServiceEntryPlan.Port.same(port.port(), Protocol.TCP))
                        .toList(),
                workloads(namespace, grant));
    }

    private static List<String> workloads(MemberNamespace namespace, PeerGrant grant) {
        List<PeerGrant.Target> here =
                grant.to().stream().filter(namespace::isGranted).toList();
        boolean all = here.stream().anyMatch(to -> to.workload() == null);
        return all
                ? List.of()
                : here.stream().map(to -> String.valueOf(to.workload())).toList();
    }

    private static String host(Target target, PeerGrant grant) {
        PeerGrant.Peer peer = grant.peer();
        return peer.service() == null
                ? grant.name() + ".grant.internal"
                : target.platform().network().serviceHost(peer.service(), String.valueOf(peer.namespace()));
    }

    private static List<String> addresses(Network network, PeerGrant.Peer peer) {
        return peer.cidr() == null
                ? Stream.concat(network.serviceCIDRs().stream(), network.podCIDRs().stream())
                        .toList()
                : List.of(peer.cidr());
    }
}
