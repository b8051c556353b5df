package dev.tenantmesh.verifier.policy.gatewayapi;

import java.util.List;

/**
 * Lets objects of other namespaces name objects of its own.
 *
 * @param namespace where it stands: what may be named
 * @param from who may
 * @param to what they may name
 * @see <a href="https://gateway-api.sigs.k8s.io/api-types/referencegrant/">ReferenceGrant</a>
 */
public record ReferenceGrant(String namespace, List<From> from, List<To> to) {

    /**
     * Who may.
     *
     * @param group of the kind
     * @param kind of the objects
     * @param namespace where they stand
     */
    public record From(String group, String kind, String namespace) {}

    /**
     * What they may name.
     *
     * @param group of the kind
     * @param kind of the objects
     * @param name the only one; empty: all
     */
    public record To(String group, String kind, String name) {}

    public ReferenceGrant {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Whether a route may name a Service of the grant's namespace. */
    public boolean lets(ApiRoute route, String service) {
        boolean who = from.stream()
                .anyMatch(one -> one.group().equals(ApiRoute.GROUP)
                        && one.kind().equals(route.kind())
                        && one.namespace().equals(route.namespace()));
        boolean what = to.stream()
                .anyMatch(one -> one.group().isEmpty()
                        && one.kind().equals("Service")
                        && (one.name().isEmpty() || one.name().equals(service)));
        return who && what;
    }
}
