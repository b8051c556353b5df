package dev.tenantmesh.verifier.claim.document;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.OpenClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The claims that people state, in their own words. */
public final class Statement {

    private Statement() {}

    /**
     * What a claim is called, and where it stands.
     *
     * @param id the id
     * @param origin the place
     */
    public record Label(String id, Origin origin) {}

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
    public static ClosedClaim nobody(Label label, @Nullable Party from, Party to, List<Permission> except) {
        Party free = from == null ? to : new Others(from);
        String who = from == null ? "Nobody but themselves reaches " : "Nobody of " + from.title() + " reaches ";
        return closed(label, who + to.title(), to, with(except, anyWay(free, to)));
    }

    /** Nobody reaches somebody in plaintext. */
    public static ClosedClaim noPlaintext(Label label, Party to, List<Permission> except) {
        Manner mutual = new Manner(false, true, identity -> true);
        Permission shown = new Permission(Party.ANYONE, to, Ports.all(), mutual, "");
        return closed(label, "Nobody reaches " + to.title() + " in plaintext", to, with(except, shown));
    }

    /** Somebody reaches nobody but their own. */
    public static ClosedClaim contained(Label label, Party from, List<Permission> except) {
        String sentence = "Pods of " + from.title() + " reach nobody but each other" + exceptions(except) + ".";
        return new ClosedClaim(
                label.id(),
                sentence,
                label.origin(),
                from,
                ClosedClaim.Side.OUT,
                with(except, anyWay(from, from)),
                Optional.empty());
    }

    /** Somebody reaches somebody: each of the ones each of the others, on each port. */
    public static OpenClaim reaches(Label label, Permission wanted) {
        String ports = wanted.ports().stream().map(PortRange::toString).collect(Collectors.joining(", "));
        String sentence = wanted.from().title() + " reaches " + wanted.to().title() + " on " + ports + wanted.because();
        return new OpenClaim(
                label.id(),
                Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".",
                label.origin(),
                wanted,
                Truth.YES);
    }

    private static ClosedClaim closed(Label label, String sentence, Party to, List<Permission> permitted) {
        return new ClosedClaim(
                label.id(),
                sentence + exceptions(permitted.subList(1, permitted.size())) + ".",
                label.origin(),
                to,
                ClosedClaim.Side.IN,
                permitted,
                Optional.empty());
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
