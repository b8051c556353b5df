package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;
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
     * @param identities who may be shown
     */
    public record Manner(boolean plaintext, Predicate<Identity> identities) {

        private static final Predicate<Identity> NOBODY = identity -> false;

        /** In any way. */
        public static final Manner ANY = new Manner(true, identity -> true);

        /** In plaintext only. */
        public static final Manner PLAINTEXT = new Manner(true, NOBODY);

        /** Over mutual TLS as any service account of some namespaces. */
        public static Manner ofNamespaces(Set<String> namespaces) {
            Set<String> names = Set.copyOf(namespaces);
            return new Manner(false, identity -> names.contains(identity.namespace()));
        }

        /** Over mutual TLS as one service account. */
        public static Manner of(String namespace, String account) {
            return new Manner(
                    false,
                    identity -> identity.namespace().equals(namespace)
                            && identity.serviceAccount().equals(account));
        }

        /** Whether a peer may come who shows an identity, or none. */
        boolean permits(@Nullable Identity identity) {
            return identity == null ? plaintext : identities.test(identity);
        }

        /** Whether anybody may come by an identity. */
        boolean isMutual() {
            return identities != NOBODY;
        }

        /** And in plaintext. */
        public Manner andPlaintext() {
            return new Manner(true, identities);
        }
    }

    public Permission {
        ports = List.copyOf(ports);
    }
}
