package dev.tenantmesh.generator.plan.guardrail;

import dev.tenantmesh.generator.plan.network.PortRange;
import dev.tenantmesh.generator.platform.Peer;
import java.util.List;

/**
 * One rule of an administrators' policy.
 *
 * @param name for people
 * @param action what becomes of what it matches
 * @param peers who is at the other end; empty: every pod, and on the way out every address where the API knows addresses
 * @param ports on which ports; empty: on all of them
 */
public record AdminRulePlan(String name, Action action, List<Peer> peers, List<PortRange> ports) {

    /** What becomes of a connection; nothing is ever allowed here, since that would take the decision from tenants. */
    public enum Action {
        /** NetworkPolicies decide. */
        PASS,
        DENY
    }

    public AdminRulePlan {
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
    }
}
