package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.claim.ClosedClaim.Side;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The connections that a claim does not permit.
 *
 * @param claim what is closed, and what may pass
 * @param evidence by which it is judged
 * @param level what is assumed of owners
 * @param relabelled whether they choose what their pods are
 */
record Excess(ClosedClaim claim, Evidence evidence, Level level, boolean relabelled) {

    /** Those of one pod. */
    Stream<Counterexample> of(Pod pod) {
        if (claim.side() == Side.OUT) {
            return evidence.outOf(pod, level).stream()
                    .flatMap(connection -> of(connection, to(connection.destination())));
        }
        List<Permission> own = to(pod);
        return isKeptByKinds(pod, own)
                ? Stream.of()
                : evidence.into(pod, level).stream().flatMap(connection -> of(connection, own));
    }

    /** Of those who come and whom nothing tells apart one is asked; only if there is something against it, each of them is. */
    private boolean isKeptByKinds(Pod pod, List<Permission> own) {
        Set<String> named = new HashSet<>();
        for (Permission permission : own) {
            Optional<Set<String>> some = permission.named();
            if (some.isEmpty()) {
                return false;
            }
            named.addAll(some.get());
        }
        return evidence.kindsInto(pod, named, level).stream()
                .flatMap(connection -> of(connection, own))
                .findAny()
                .isEmpty();
    }

    /** What is permitted to come to an end. */
    private List<Permission> to(Endpoint end) {
        return claim.permitted()
                .to(homes(end))
                .filter(permission -> isOne(end, permission.to()))
                .toList();
    }

    /** The namespaces whose pods an end may be. */
    private Set<String> homes(Endpoint end) {
        if (!(end instanceof Pod pod)) {
            return Set.of();
        }
        String own = pod.namespace().name();
        return relabelled ? evidence.owners().neighbours(own) : Set.of(own);
    }

    private boolean isOne(Endpoint end, Party party) {
        return party.includes(end)
                || (relabelled
                        && end instanceof Pod pod
                        && !pod.hostNetwork()
                        && evidence.owners().makes(pod.namespace().name(), party));
    }

    private Stream<Counterexample> of(Connection connection, List<Permission> own) {
        Endpoint source = connection.source();
        Permitted permits = new Permitted(
                source,
                own,
                own.stream()
                        .filter(permission -> isOne(source, permission.from()))
                        .toList(),
                evidence.owners());
        return connection.openings().stream()
                .flatMap(opening -> opening.verdict().ways().stream()
                        .filter(way -> way.isOpen().isPossible())
                        .flatMap(way -> permits.rest(opening.ports(), way).stream()
                                .map(ports ->
                                        new Counterexample(source, connection.destination(), ports, way, false))));
    }

    /**
     * What is permitted of connections from one source to one destination.
     *
     * @param source who connects
     * @param all what is permitted to come to the destination, whoever it is for
     * @param coming what of it is for the source
     */
    private record Permitted(Endpoint source, List<Permission> all, List<Permission> coming, Owners owners) {

        /** The ports of a range that nothing permits in a way. */
        List<PortRange> rest(PortRange ports, Way way) {
            Identity identity = way.identity();
            List<PortRange> rest = List.of(ports);
            for (Permission permission : coming) {
                if (permission.manner().permits(identity)) {
                    rest = without(rest, permission.ports());
                }
            }
            return identity == null || rest.isEmpty() ? rest : withoutOwners(rest, identity, way.tunnelled());
        }

        /**
         * Whoever owns the source can show every identity of their own there where one of their pods may come at all, if
         * that identity is permitted to somebody of theirs. In a tunnel that holds on every port of that identity's, since
         * the network sees none.
         */
        private List<PortRange> withoutOwners(List<PortRange> ports, Identity identity, boolean tunnel) {
            if (!(source instanceof Pod pod) || !owners.share(pod.namespace().name(), identity.namespace())) {
                return ports;
            }
            List<PortRange> left = ports;
            for (Permission met : coming) {
                if (met.manner().mutual()) {
                    for (Permission shown : all) {
                        if (shown.manner().permits(identity)) {
                            left = without(left, tunnel ? shown.ports() : common(met.ports(), shown.ports()));
                        }
                    }
                }
            }
            return left;
        }

        private static List<PortRange> common(List<PortRange> some, List<PortRange> others) {
            List<PortRange> common = new ArrayList<>();
            for (PortRange range : some) {
                List<PortRange> outside = without(List.of(range), others);
                common.addAll(without(List.of(range), outside));
            }
            return common;
        }

        private static List<PortRange> without(List<PortRange> ranges, List<PortRange> removed) {
            List<PortRange> rest = ranges;
            for (PortRange gone : removed) {
                rest = rest.stream()
                        .flatMap(range -> range.without(gone).stream())
                        .toList();
            }
            return rest;
        }
    }
}
