package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Permissions that are wider than what the documents say, for a claim that speaks of one thing alone and leaves the rest to
 * other claims.
 */
final class WiderPermissions {

    static final List<PortRange> EVERY_PORT = Stream.of(Port.Protocol.values())
            .map(protocol -> new PortRange(protocol, 1, 65_535))
            .toList();
    private static final List<Integer> OF_PROXIES = List.of(15_020, 15_021, 15_090);

    private WiderPermissions() {}

    /**
     * What proxies are told where a primary in another cluster serves them: policies for all clusters are one, and name the
     * clients that somebody has in any of them.
     */
    static List<Permission> inEveryCluster(MeshScope scope, List<Permission> here) {
        return scope.model()
                .placement()
                .filter(where -> where.configuredIn(scope.mesh()).isPresent())
                .flatMap(where -> scope.clusters().everywhere())
                .map(whole -> Stream.of(here, Incoming.of(whole), GatewayOpenings.of(whole))
                        .flatMap(List::stream)
                        .toList())
                .orElse(here);
    }

    /** What proxies can hold of a permission: who shows an identity, not where they come from. */
    static Permission whereverFrom(Permission permission) {
        return new Permission(
                Party.ANYONE, permission.to(), permission.ports(), permission.manner(), permission.because());
    }

    /** What proxies do not look at, so that anybody may open it. */
    static Permission pastProxies(Party subject) {
        return new Permission(Party.ANYONE, subject, pastProxies(), Manner.ANY, "what proxies do not take");
    }

    /** Who comes in plaintext, and to which port of a namespace that declares none, only the network bounds. */
    static List<Permission> leftToTheNetwork(MeshScope scope, Place place) {
        Openings openings = new Openings();
        place.namespace()
                .workloads()
                .forEach(workload -> openings.tcp(
                        Party.ANYONE,
                        MeshScope.pods(place, workload),
                        scope.plaintextPorts(place, workload),
                        Manner.PLAINTEXT,
                        "ports that are exempted"));
        if (place.isOpen()) {
            Manner shown = Manner.ofNamespaces(scope.members().namespaces());
            openings.ranges(
                    Party.ANYONE,
                    place.everyPod(),
                    EVERY_PORT,
                    scope.admitsPlaintext(place) ? shown.andPlaintext() : shown,
                    "a namespace that declares no ports");
        }
        return openings.all();
    }

    private static List<PortRange> pastProxies() {
        List<PortRange> past = new ArrayList<>(Openings.tcp(OF_PROXIES));
        past.add(new PortRange(Port.Protocol.UDP, 1, 65_535));
        past.add(new PortRange(Port.Protocol.SCTP, 1, 65_535));
        return past;
    }

    /** How somebody is to be come to is for claims about them. */
    static Permission inAnyManner(Permission permission) {
        return new Permission(permission.from(), permission.to(), permission.ports(), Manner.ANY, permission.because());
    }

    /** Every port but those of proxies for metrics and health. */
    static List<PortRange> otherPorts() {
        List<PortRange> others = EVERY_PORT;
        for (PortRange own : Openings.tcp(OF_PROXIES)) {
            others = others.stream()
                    .flatMap(range -> range.without(own).stream())
                    .toList();
        }
        return others;
    }

    /** Whatever somebody opens, to whom it may be. */
    static Permission all(Party from, String because) {
        return new Permission(from, Party.ANYONE, EVERY_PORT, Manner.ANY, because);
    }

    /** Every address outside. */
    static Party addresses() {
        return new Party.Addresses(List.of(AddressRange.all(4), AddressRange.all(6)));
    }

    /** Everybody else. */
    static Party not(Party party) {
        return new Party() {
            @Override
            public boolean includes(Endpoint endpoint) {
                return !party.includes(endpoint);
            }

            @Override
            public String title() {
                return "everybody but " + party.title();
            }
        };
    }
}
