package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.reach.forward.Forward;
import dev.tenantmesh.verifier.reach.relay.Relays;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** That what a tenant sends to a host outside by a gateway of the mesh is sent there, and leaves to the host's addresses. */
final class ExternalClaims {

    private final MeshScope scope;
    private final Tenant tenant;

    private ExternalClaims(MeshScope scope, Tenant tenant) {
        this.scope = scope;
        this.tenant = tenant;
    }

    static List<Claim> of(MeshScope scope, Tenant tenant) {
        ExternalClaims externals = new ExternalClaims(scope, tenant);
        return tenant.externals().stream()
                .flatMap(external ->
                        externals.through(external).stream().map(gateway -> externals.claim(external, gateway)))
                .toList();
    }

    private Optional<EgressGateway> through(External external) {
        return scope.model().onlyTenant().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(external.via())
                        .flatMap(via -> scope.mesh().egressGateway(via.egressGateway()));
    }

    private Claim claim(External external, EgressGateway gateway) {
        return new StatedClaim(
                "leaves/" + tenant.name() + "/" + external.name(),
                "Proxies of tenant " + tenant.name() + "'s clients of " + external.host() + " send it to gateway "
                        + gateway.path() + ", which leads it to the addresses of that host.",
                scope.model().origins().of(external, "host"),
                evidence -> judge(evidence, external, gateway));
    }

    private Judgement judge(Evidence evidence, External external, EgressGateway gateway) {
        Relays relays = evidence.relays();
        Party.Pods pods = GatewayOpenings.Pods.of(gateway);
        List<String> reasons = new ArrayList<>();
        external.from().stream()
                .map(External.Client::namespace)
                .distinct()
                .filter(namespace -> !isSentTo(relays, namespace, external, pods))
                .map(namespace -> "No route tells the proxies of " + namespace + " to send " + external.host()
                        + " to the gateway.")
                .forEach(reasons::add);
        if (!leaves(relays, external, pods)) {
            reasons.add("The gateway leads no request for " + external.host() + " to an address of that host on port "
                    + external.wirePorts() + ".");
        }
        return Judgement.broken(reasons);
    }

    private static boolean isSentTo(Relays relays, String namespace, External external, Party.Pods gateway) {
        return relays.redirections().stream()
                .filter(told -> told.namespace().equals(namespace) && isAbout(told.hosts(), external))
                .flatMap(told -> told.target().service().stream())
                .anyMatch(service -> gateway.namespaces().contains(service.namespace()));
    }

    private static boolean isAbout(List<String> hosts, External external) {
        return hosts.stream().anyMatch(host -> HostPattern.written(host, "").covers(external.host()));
    }

    private static boolean leaves(Relays relays, External external, Party.Pods gateway) {
        return forwards(relays, gateway)
                .filter(forward -> isAbout(forward.hosts(), external))
                .anyMatch(forward -> forward.backend().known().stream()
                        .filter(endpoint -> isOf(endpoint, external))
                        .anyMatch(endpoint -> forward.backend()
                                .ports()
                                .apply(endpoint)
                                .filter(ports -> ports.containsAll(external.wirePorts().stream()
                                        .map(Port::tcp)
                                        .toList()))
                                .isPresent()));
    }

    private static Stream<Forward> forwards(Relays relays, Party.Pods gateway) {
        return relays.listeners().stream()
                .filter(listener -> gateway.includes(listener.relay().pod()))
                .flatMap(listener -> relays.forwards(listener).stream());
    }

    private static boolean isOf(Endpoint endpoint, External external) {
        return new Party.Addresses(external.cidrs().stream()
                        .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                        .toList())
                .includes(endpoint);
    }
}
