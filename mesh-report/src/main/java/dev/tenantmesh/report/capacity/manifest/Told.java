package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.capacity.Estimate;
import dev.tenantmesh.model.capacity.Range;

/**
 * What a proxy is told of.
 *
 * @param hosts Services and hosts outside
 * @param ports their ports, for each of which it keeps a cluster
 * @param endpoints the pods and addresses behind these ports, as far as somebody says how many
 */
public record Told(int hosts, int ports, Range endpoints) {

    /** Nothing. */
    static final Told NOTHING = new Told(0, 0, Range.NONE);

    Told plus(Told other) {
        return new Told(hosts + other.hosts, ports + other.ports, endpoints.plus(other.endpoints));
    }

    /** The bytes of a proxy that is told this. */
    public Range memory(Estimate estimate) {
        return estimate.emptyProxy().plus(configuration(estimate));
    }

    /** The bytes among them that it takes only since it is told. */
    public Range configuration(Estimate estimate) {
        return estimate.configuration(ports, endpoints);
    }
}
