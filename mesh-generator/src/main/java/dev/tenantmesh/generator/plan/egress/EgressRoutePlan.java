package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.tenant.External.Protocol;

/**
 * Where proxies send what is meant for one host outside: one of the two hops by an egress gateway.
 *
 * @param heading name, place and reason
 * @param gateway whose traffic it is about: a gateway's, or {@code mesh} for that of sidecars
 * @param host the host meant
 * @param protocol how its traffic is recognised
 * @param port where it arrives
 * @param to the host it is sent to
 * @param subset which settings for that host; empty: those for all
 * @param toPort the port it is sent to
 */
public record EgressRoutePlan(
        Heading heading,
        String gateway,
        String host,
        Protocol protocol,
        int port,
        String to,
        String subset,
        int toPort) {

    /** The traffic of sidecars. */
    public static final String SIDECARS = "mesh";
}
