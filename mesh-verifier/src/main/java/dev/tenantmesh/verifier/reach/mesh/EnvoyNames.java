package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.MeshSettings;
import java.util.stream.Stream;

/**
 * Envoy: a principal has one star, at the beginning or else at the end; in a namespace stars may stand anywhere, and each
 * matches whatever follows in the whole identity, not only in the namespace.
 *
 * @param mesh whose proxy it is
 * @see <a href="https://github.com/istio/istio/blob/1.30.3/pilot/pkg/security/authz/model/generator.go">generator.go</a>
 */
record EnvoyNames(MeshSettings mesh) implements Names {

    private static final String CLUSTER_LOCAL = "cluster.local";

    @Override
    public boolean isPrincipal(String value, Identity identity) {
        return spellings(value).anyMatch(pattern -> Names.isLike(pattern, identity.principal()));
    }

    @Override
    public boolean isNamespace(String value, Identity identity) {
        String text = "spiffe://" + identity.principal();
        int from = 0;
        for (String part : ("/ns/" + value + "/").split("\\*", -1)) {
            int found = text.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    /** A principal of the mesh's own trust domain, or of {@code cluster.local}, also means those of its aliases. */
    private Stream<String> spellings(String value) {
        int slash = value.indexOf('/');
        String domain = slash < 0 ? "" : value.substring(0, slash);
        if (value.contains("*") || !(domain.equals(CLUSTER_LOCAL) || mesh.trusts(domain))) {
            return Stream.of(value);
        }
        String rest = value.substring(slash);
        return Stream.concat(
                Stream.of(value, mesh.trustDomain() + rest),
                mesh.aliases().stream().map(alias -> alias + rest));
    }
}
