package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.model.platform.Cluster;
import java.util.List;
import java.util.Set;

/**
 * What flows within this cluster, and between it and others.
 *
 * @param here flows of which both ends are here
 * @param known flows of which one end is here: those within it, and those from and to other clusters
 * @param incoming flows from other clusters to exported Services here
 * @param outgoing flows from here to exported Services elsewhere
 */
public record Crossing(Flows here, Flows known, List<Flow> incoming, List<Outgoing> outgoing) {

    public Crossing {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
    }

    /**
     * A flow to other clusters.
     *
     * @param flow who calls whom
     * @param clusters where the server is
     */
    public record Outgoing(Flow flow, Set<Cluster> clusters) {}
}
