package dev.tenantmesh.verifier.claim.document;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.OpenClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The claims that people state, in their own words. Whom a claim closes is everybody who may be one of them; whom it lets
 * through is only who certainly is.
 *
 * @param id what the claim is called
 * @param origin where it stands
 * @param known the names of all namespaces of the manifests
 */
public record Statement(String id, Origin origin, Set<String> known) {

    public Statement {
        known = Set.copyOf(known);
    }

    /** Everybody but a party. */
    private record Others(Party party) implements Party {

        @Override
        public boolean includes(Endpoint endpoint) {
            return !party.includes(endpoint);
        }

        @Override
        public String title() {
            return "anyone but " + party.title();
        }
    }

    /**
     * Nobody reaches somebody.
     *
     * @param from who does not; null: everybody but themselves
     */
    public ClosedClaim nobody(@Nullable Party from, Party to, List<Permission> except) {
        Party free = from == null ? to : new Others(new Possibly(from, known));
        String who = from == null ? "Nobody but themselves reaches " : "Nobody of " + from.title() + " reaches ";
        return closed(who + to.title(), to, with(except, anyWay(free, to)));
    }

    /** Nobody reaches somebody in plaintext. */
    public ClosedClaim noPlaintext(Party to, List<Permission> except) {
        Manner mutual = Manner.MUTUAL;
        Permission shown = new Permission(Party.ANYONE, to, Ports.all(), mutual, "");
        return closed("Nobody reaches " + to.title() + " in plaintext", to, with(except, shown));
    }

    /** Somebody reaches nobody but their own. */
    public ClosedClaim contained(Party from, List<Permission> except) {
        String sentence = "Pods of " + from.title() + " reach nobody but each other" + exceptions(except) + ".";
        return new ClosedClaim(
                id, sentence, origin, from, ClosedClaim.Side.OUT, Permissions.of(with(except, anyWay(from, from))));
    }

    /** Somebody reaches somebody: each of the ones each of the others, on each port. */
    public OpenClaim reaches(Permission wanted) {
        String ports = wanted.ports().stream().map(PortRange::toString).collect(Collectors.joining(", "));
        String sentence = wanted.from().title() + " reaches " + wanted.to().title() + " on " + ports + wanted.because();
        return new OpenClaim(
                id, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".", origin, wanted, Truth.YES);
    }

    private ClosedClaim closed(String sentence, Party to, List<Permission> permitted) {
        Party closed = new Possibly(to, known);
        List<Permission> counted = permitted.stream()
                .map(permission -> permission.to().equals(to)
                        ? new Permission(
                                permission.from(),
                                closed,
                                permission.ports(),
                                permission.manner(),
                                permission.because())
                        : permission)
                .toList();
        return new ClosedClaim(
                id,
                sentence + exceptions(permitted.subList(1, permitted.size())) + ".",
                origin,
                closed,
                ClosedClaim.Side.IN,
                Permissions.of(counted));
    }

    private static Permission anyWay(Party from, Party to) {
        return new Permission(from, to, Ports.all(), Manner.ANY, "");
    }

    private static List<Permission> with(List<Permission> except, Permission first) {
        List<Permission> all = new ArrayList<>(List.of(first));
        all.addAll(except);
        return all;
    }

    private static String exceptions(List<Permission> except) {
        return except.isEmpty()
                ? ""
                : except.stream().map(Permission::because).collect(Collectors.joining("; ", ", except: ", ""));
    }
}
