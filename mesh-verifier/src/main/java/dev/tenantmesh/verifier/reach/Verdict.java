package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Way;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether a source can open a connection to a port of a destination, and in which ways: what certainly can be, what may
 * be, and what decided in every layer. Never a yes or no alone.
 *
 * @param ways every way, open or not
 */
public record Verdict(List<Way> ways) {

    public Verdict {
        ways = List.copyOf(ways);
    }

    /** The short form of a verdict. */
    public enum Kind {
        /** Nothing can be opened. */
        DENIED,
        /** With an identity only. */
        MTLS_ONLY,
        /** In plaintext, and perhaps with an identity too. */
        PLAINTEXT_OK,
        /** In plaintext, and in no other way. */
        PLAINTEXT_ONLY,
        /** Perhaps: something that decides is not in the manifests. */
        UNKNOWN
    }

    /** Its short form. */
    public Kind kind() {
        if (ways.stream().noneMatch(way -> way.isOpen().isPossible())) {
            return Kind.DENIED;
        }
        if (ways.stream()
                .anyMatch(way -> way.isOpen().isPossible() && !way.isOpen().isCertain())) {
            boolean plain = any(Way::isPlaintext, true);
            return plain ? Kind.PLAINTEXT_OK : Kind.UNKNOWN;
        }
        boolean identity = any(way -> !way.isPlaintext(), true);
        return !any(Way::isPlaintext, true) ? Kind.MTLS_ONLY : identity ? Kind.PLAINTEXT_OK : Kind.PLAINTEXT_ONLY;
    }

    private boolean any(Predicate<Way> wanted, boolean certainly) {
        return ways.stream()
                .filter(wanted)
                .anyMatch(way ->
                        certainly ? way.isOpen().isCertain() : way.isOpen().isPossible());
    }

    /**
     * What a verdict says, without its reasons.
     *
     * @param kind its short form
     * @param plaintext whether a connection can be opened in plaintext
     * @param mayIdentities the identities that may be let in
     * @param mustIdentities the identities that certainly are
     */
    public record Meaning(
            Kind kind, Truth plaintext, SortedSet<Identity> mayIdentities, SortedSet<Identity> mustIdentities) {}

    /** What it says, without its reasons. */
    public Meaning meaning() {
        Truth plaintext = any(Way::isPlaintext, true) ? Truth.YES : mayBePlaintext() ? Truth.MAYBE : Truth.NO;
        return new Meaning(kind(), plaintext, mayIdentities(), mustIdentities());
    }

    /** Whether a connection may be opened at all. */
    public boolean isPossible() {
        return any(way -> true, false);
    }

    /** Whether one certainly can. */
    public boolean isCertain() {
        return any(way -> true, true);
    }

    /** Whether one may be opened in plaintext. */
    public boolean mayBePlaintext() {
        return any(Way::isPlaintext, false);
    }

    /** The identities that may be let in. */
    public SortedSet<Identity> mayIdentities() {
        return identities(false);
    }

    /** The identities that certainly are. */
    public SortedSet<Identity> mustIdentities() {
        return identities(true);
    }

    private SortedSet<Identity> identities(boolean certainly) {
        SortedSet<Identity> all = new TreeSet<>();
        for (Way way : ways) {
            Identity identity = way.identity();
            if (identity != null
                    && (certainly ? way.isOpen().isCertain() : way.isOpen().isPossible())) {
                all.add(identity);
            }
        }
        return all;
    }
}
