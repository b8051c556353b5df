package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a claim lets pass: some parties may open some ports to some others, in certain ways.
 *
 * @param from who opens
 * @param to whom to
 * @param ports which ports of theirs
 * @param manner in which ways
 * @param because what says so, for people
 */
public record Permission(Party from, Party to, List<PortRange> ports, Manner manner, String because) {

    /**
     * Ways of connecting.
     *
     * @param plaintext whether nobody has to show an identity
     * @param mutual whether anybody may come by an identity
     * @param identities who may be shown
     * @param named the namespaces outside of which all identities are alike to it
     */
    public record Manner(boolean plaintext, boolean mutual, Predicate<Identity> identities, Set<String> named) {

        /** In any way. */
        public static final Manner ANY = new Manner(true, true, identity -> true, Set.of());

        /** In plaintext only. */
        public static final Manner PLAINTEXT = new Manner(true, false, identity -> false, Set.of());

        /** Over mutual TLS, whoever it is. */
        public static final Manner MUTUAL = new Manner(false, true, identity -> true, Set.of());

        /** Over mutual TLS, but not by the identity of anybody in particular. */
        public static final Manner UNNAMED = new Manner(false, true, identity -> false, Set.of());

        public Manner {
            named = Set.copyOf(named);
        }

        /** Over mutual TLS as any service account of some namespaces. */
        public static Manner ofNamespaces(Set<String> namespaces) {
            Set<String> names = Set.copyOf(namespaces);
            return new Manner(false, true, identity -> names.contains(identity.namespace()), names);
        }

        /** Over mutual TLS as one service account. */
        public static Manner of(String namespace, String account) {
            return new Manner(
                    false,
                    true,
                    identity -> identity.namespace().equals(namespace)
                            && identity.serviceAccount().equals(account),
                    Set.of(namespace));
        }

        /** Whether a peer may come who shows an identity, or none. */
        boolean permits(@Nullable Identity identity) {
            return identity == null ? plaintext : mutual && identities.test(identity);
        }

        /** And in plaintext. */
        public Manner andPlaintext() {
            return new Manner(true, mutual, identities, named);
        }
    }

    public Permission {
        ports = List.copyOf(ports);
    }

    /**
     * The namespaces outside of which it makes no difference between pods of the pod network that open something, and what
     * they show; empty if it may make any.
     */
    Optional<Set<String>> named() {
        return from.named().map(pods -> {
            Set<String> all = new HashSet<>(pods);
            all.addAll(manner.named());
            return all;
        });
    }
}
