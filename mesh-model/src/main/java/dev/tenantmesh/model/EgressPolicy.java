package dev.tenantmesh.model;

/**
 * What a proxy does with destinations it does not know. A help for well-behaved clients, never isolation: that is
 * what the egress NetworkPolicies are for.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/">Istio security best practices</a>
 */
public enum EgressPolicy {
    ALLOW_ANY,
    REGISTRY_ONLY
}
