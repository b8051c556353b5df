package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nobody reaches somebody but as permitted: whatever may be opened is compared with what is permitted, port by port and
 * way by way.
 *
 * @param id the intent and whom it is about
 * @param sentence what a person signs
 * @param origin where it was wanted
 * @param subject whom it closes
 * @param side whether what comes in or what goes out is closed
 * @param permitted what may pass all the same
 * @param atMost the level beyond which it says nothing; empty: it holds at every level that is asked about
 */
public record ClosedClaim(
        String id,
        String sentence,
        Origin origin,
        Party subject,
        Side side,
        Permissions permitted,
        Optional<Level> atMost)
        implements Claim {

    /** Which connections of a subject are meant. */
    public enum Side {
        IN,
        OUT
    }

    /** One at every level. */
    public ClosedClaim(String id, String sentence, Origin origin, Party subject, Side side, Permissions permitted) {
        this(id, sentence, origin, subject, side, permitted, Optional.empty());
    }

    /** The same, which says nothing beyond a level. */
    public ClosedClaim atMost(Level level) {
        return new ClosedClaim(id, sentence, origin, subject, side, permitted, Optional.of(level));
    }

    @Override
    public Judgement judge(Evidence evidence) {
        List<Pod> pods = evidence.pods(subject);
        if (pods.isEmpty()) {
            return Judgement.vacuous(
                    "There is no pod of " + subject.title() + ", and by these manifests there can be none.");
        }
        Level level =
                atMost.filter(most -> most.compareTo(evidence.level()) < 0).orElse(evidence.level());
        List<Counterexample> found = pods.parallelStream()
                .flatMap(pod -> excess(evidence, pod, level))
                .distinct()
                .toList();
        return Judgement.of(found);
    }

    /**
     * Whoever owns an end and harms themselves also chooses its labels, so that what is permitted to one of their pods is to
     * all; but then it has to hold, too, of those who do not.
     */
    private Stream<Counterexample> excess(Evidence evidence, Pod pod, Level level) {
        if (level != Level.SELF_HARM) {
            return connections(evidence, pod, level).flatMap(connection -> excess(evidence, connection, false));
        }
        return Stream.concat(
                connections(evidence, pod, Level.HOSTILE_SOURCE)
                        .flatMap(connection -> excess(evidence, connection, false)),
                connections(evidence, pod, level).flatMap(connection -> excess(evidence, connection, true)));
    }

    private Stream<Connection> connections(Evidence evidence, Pod pod, Level level) {
        return (side == Side.IN ? evidence.into(pod, level) : evidence.outOf(pod, level)).stream();
    }

    private Stream<Counterexample> excess(Evidence evidence, Connection connection, boolean relabelled) {
        Permitted permits = new Permitted(
                connection.source(),
                permitted
                        .to(homes(connection.destination(), evidence.owners(), relabelled))
                        .filter(permission ->
                                isOne(connection.destination(), permission.to(), evidence.owners(), relabelled))
                        .toList(),
                evidence.owners(),
                relabelled);
        return connection.openings().stream()
                .flatMap(opening -> opening.verdict().ways().stream()
                        .filter(way -> way.isOpen().isPossible())
                        .flatMap(way -> permits.rest(opening.ports(), way).stream()
                                .map(ports -> new Counterexample(
                                        connection.source(), connection.destination(), ports, way, false))));
    }

    /** The namespaces whose pods an end may be. */
    private static Set<String> homes(Endpoint end, Owners owners, boolean relabelled) {
        if (!(end instanceof Pod pod)) {
            return Set.of();
        }
        String own = pod.namespace().name();
        return relabelled ? owners.neighbours(own) : Set.of(own);
    }

    private static boolean isOne(Endpoint end, Party party, Owners owners, boolean relabelled) {
        return party.includes(end)
                || (relabelled
                        && end instanceof Pod pod
                        && !pod.hostNetwork()
                        && owners.makes(pod.namespace().name(), party));
    }

    /**
     * What is permitted of connections from one source to one destination.
     *
     * @param source who connects
     * @param permissions those about the destination, whoever they are for
     * @param relabelled whether owners choose what their pods are
     */
    private record Permitted(Endpoint source, List<Permission> permissions, Owners owners, boolean relabelled) {

        /** The ports of a range that nothing permits in a way. */
        List<PortRange> rest(PortRange ports, Way way) {
            Identity identity = way.identity();
            List<PortRange> rest = List.of(ports);
            for (Permission permission : permissions) {
                boolean own = isOne(source, permission.from(), owners, relabelled);
                if (own && permission.manner().permits(identity)) {
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
            for (Permission coming : permissions) {
                if (isOne(source, coming.from(), owners, relabelled)
                        && coming.manner().mutual()) {
                    for (Permission shown : permissions) {
                        if (shown.manner().permits(identity)) {
                            left = without(left, tunnel ? shown.ports() : common(coming.ports(), shown.ports()));
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
