package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds of members of other clusters: they get to exported Services that they may call, as who they are, and to
 * nothing else.
 *
 * @param mesh the mesh
 * @param origin where it was wanted
 * @param crossings who may call what
 * @param gateway the gateway by which they come
 */
record CrossingClaims(String mesh, Origin origin, Crossings crossings, Party.Pods gateway) {

    static List<Claim> of(MeshScope scope, Crossings crossings, EastWestGateway gateway) {
        CrossingClaims claims = new CrossingClaims(
                scope.mesh().name(), scope.model().origins().of(gateway, "name"), crossings, Crossings.pods(gateway));
        List<Claim> all = new ArrayList<>(List.of(claims.exported(), claims.closed()));
        crossings.edges().forEach(edge -> all.add(claims.works(edge)));
        return all;
    }

    private Claim exported() {
        return new StatedClaim(
                "exported-only/" + mesh,
                "Gateway " + gateway.title()
                        + " lets mutual TLS through to exported Services that members of other clusters"
                        + " may call, and knows no other name.",
                origin,
                this::exported);
    }

    private Judgement exported(Evidence evidence) {
        List<String> reasons = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        evidence.relays().listeners().stream()
                .filter(listener -> gateway.includes(listener.relay().pod()))
                .forEach(listener -> {
                    named.addAll(listener.hosts());
                    if (!listener.tls().equals("AUTO_PASSTHROUGH")
                            || listener.port().number() != Crossings.PORT) {
                        reasons.add(listener.name() + " listens on "
                                + listener.port().number() + " with TLS mode '" + listener.tls() + "'.");
                    }
                });
        if (!named.equals(crossings.hosts())) {
            reasons.add("Gateway " + gateway.title() + " lets through " + named + ", not " + crossings.hosts() + ".");
        }
        return Judgement.broken(reasons);
    }

    private Claim closed() {
        return new StatedClaim(
                "crossing-closed/" + mesh,
                "By gateway " + gateway.title()
                        + " members of other clusters get to workloads that they may call, as who they"
                        + " are, and nobody gets to anybody else.",
                origin,
                this::closed);
    }

    private Judgement closed(Evidence evidence) {
        return Judgement.broken(through(evidence.at(evidence.level()).relayed())
                .flatMap(connection -> connection.verdict().ways().stream()
                        .filter(way -> way.isOpen().isPossible())
                        .filter(way -> !isPermitted(connection, way))
                        .map(way -> told(connection, way)))
                .distinct()
                .toList());
    }

    /**
     * Whoever owns a member that may come at all can show every identity of their own there, as from within the cluster.
     */
    private boolean isPermitted(RelayedConnection connection, Way way) {
        Identity identity = way.identity();
        return identity != null
                && crossings.edges().stream()
                        .anyMatch(edge -> edge.to().includes(connection.destination())
                                && (edge.manner().identities().test(identity)
                                        || isOwn(visitor(connection), identity, edge))
                                && edge.ports().stream()
                                        .anyMatch(ports -> ports.contains(Port.tcp(
                                                        connection.ports().first()))
                                                && ports.contains(Port.tcp(
                                                        connection.ports().last()))));
    }

    private static boolean isOwn(@Nullable Visitor visitor, Identity identity, Permission edge) {
        return visitor != null
                && visitor.owned().containsKey(identity.namespace())
                && visitor.owned().entrySet().stream()
                        .anyMatch(owned -> owned.getValue().stream()
                                .map(account -> new Identity(visitor.trustDomain(), owned.getKey(), account))
                                .anyMatch(edge.manner().identities()));
    }

    private static String told(RelayedConnection connection, Way way) {
        return connection.source().id() + " gets to " + connection.destination().id() + " on " + connection.ports()
                + (way.identity() == null
                        ? " in plaintext."
                        : " as " + way.identity().principal() + ".");
    }

    /** Which pods a Service selects stands with the tenant, so that a perhaps of that is enough. */
    private Claim works(Permission edge) {
        return new StatedClaim(
                "crosses/" + edge.from().title() + "/" + edge.to().title() + "/" + edge.ports(),
                edge.from().title() + " of other clusters gets to " + edge.to().title() + " by gateway "
                        + gateway.title() + ".",
                origin,
                evidence -> through(evidence.relayed())
                                .anyMatch(connection -> isMeant(visitor(connection), edge)
                                        && edge.to().includes(connection.destination())
                                        && connection.verdict().ways().stream().anyMatch(way -> isOpen(way, edge)))
                        ? Judgement.holds()
                        : Judgement.broken(List.of("Nobody of " + edge.from().title() + " gets through.")));
    }

    private static boolean isOpen(Way way, Permission edge) {
        Identity identity = way.identity();
        return identity != null
                && edge.manner().identities().test(identity)
                && way.isOpen().compareTo(Truth.MAYBE) >= 0;
    }

    private static boolean isMeant(@Nullable Visitor visitor, Permission edge) {
        return visitor != null
                && edge.manner()
                        .identities()
                        .test(new Identity(visitor.trustDomain(), visitor.namespace(), visitor.account()));
    }

    private static @Nullable Visitor visitor(RelayedConnection connection) {
        return connection.source() instanceof External external ? external.visitor() : null;
    }

    private Stream<RelayedConnection> through(List<RelayedConnection> connections) {
        return connections.stream()
                .filter(connection -> connection.through().stream().anyMatch(gateway::includes));
    }
}
