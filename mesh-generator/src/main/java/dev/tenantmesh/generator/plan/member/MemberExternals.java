package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.platform.ClosedAddresses;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the clients of each host outside the cluster, and the addresses it may have on a platform. */
final class MemberExternals {

    private final Target target;
    private final List<MemberNamespace> namespaces;
    private final List<MemberEgressGateway> gateways;

    MemberExternals(Target target, List<MemberNamespace> namespaces, List<MemberEgressGateway> gateways) {
        this.gateways = gateways;
        this.target = target;
        this.namespaces = namespaces;
    }

    /** The externals of some tenants, sorted by tenant and name. */
    List<MemberExternal> plan(List<Tenant> tenants) {
        return tenants.stream()
                .flatMap(tenant -> tenant.externals().stream().map(external -> plan(tenant, external)))
                .sorted(Comparator.comparing(MemberExternal::entry))
                .toList();
    }

    private MemberExternal plan(Tenant tenant, External external) {
        return new MemberExternal(
                external,
                external.from().stream()
                        .flatMap(client -> clients(tenant, client))
                        .distinct()
                        .toList(),
                gateways.stream()
                        .filter(gateway -> external.via() != null
                                && gateway.source().path().equals(external.via().egressGateway()))
                        .findFirst(),
                external.cidrs().stream().sorted().map(this::addresses).toList(),
                "tenant/" + tenant.name() + "/externals/" + external.name());
    }

    private Stream<MemberExternal.Client> clients(Tenant tenant, External.Client client) {
        return namespaces.stream()
                .filter(namespace -> namespace.name().equals(client.namespace()))
                .filter(namespace -> namespace.owner().equals(tenant.name()))
                .flatMap(namespace -> pods(namespace, client).map(pods -> new MemberExternal.Client(namespace, pods)));
    }

    private static Stream<Pods> pods(MemberNamespace namespace, External.Client client) {
        return client.workload() == null
                ? Stream.of(namespace.everyPod())
                : namespace.workload(client.workload()).map(MemberWorkload::pods).stream();
    }

    /** A wide range never includes what is closed. */
    private Peer.Addresses addresses(String cidr) {
        List<String> except = Cidr.parse(cidr)
                .filter(ClosedAddresses::isWide)
                .map(wide -> ClosedAddresses.within(wide, target.platform().network()))
                .orElse(List.of());
        return new Peer.Addresses(cidr, except);
    }
}
