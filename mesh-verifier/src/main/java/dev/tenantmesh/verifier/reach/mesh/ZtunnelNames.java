package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.Identity;

/**
 * The proxy of a node: one star, at the beginning or else at the end; no trust domain stands for another.
 *
 * @see <a href="https://github.com/istio/ztunnel/blob/master/src/rbac.rs">ztunnel rbac</a>
 */
record ZtunnelNames() implements Names {

    @Override
    public boolean isPrincipal(String value, Identity identity) {
        return Names.isLike(value, identity.principal());
    }

    @Override
    public boolean isNamespace(String value, Identity identity) {
        return Names.isLike(value, identity.namespace());
    }
}
