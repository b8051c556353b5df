package dev.tenantmesh.report.capacity;

import dev.tenantmesh.model.capacity.Amount;
import dev.tenantmesh.model.capacity.Figures.Ambient;
import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.report.capacity.shown.Block;
import dev.tenantmesh.report.capacity.shown.Units;
import java.util.List;
import java.util.Optional;

/**
 * The same load without sidecars: a ztunnel on each node, and waypoints only where requests are looked into.
 *
 * @param nodes how many ztunnels there are
 * @param waypoints from none, where identities and ports decide, to one for each namespace with workloads
 * @param requestedCpu cores that are kept for all of them
 * @param requestedMemory bytes that are kept for all of them
 * @param usedCpu cores that they use under the load that was declared
 * @param usedMemory bytes that they use
 * @param sidecars the sidecars that they stand for
 */
record AmbientCost(
        int nodes,
        Range waypoints,
        Range requestedCpu,
        Range requestedMemory,
        Range usedCpu,
        Range usedMemory,
        Usage sidecars) {

    /**
     * What the chart of ztunnel asks for.
     *
     * @see <a href="https://github.com/istio/istio/blob/master/manifests/charts/ztunnel/values.yaml">ztunnel's values</a>
     */
    private static final Amount ZTUNNEL = Amount.of("200m", "512Mi");

    /** A request passes a proxy where it leaves and one where it arrives. */
    private static final Range ENDS = Range.of(1, 2);

    /** What it would be; empty where the version has no ambient mesh, or nobody says how many nodes there are. */
    static Optional<AmbientCost> of(PlatformCapacity platform) {
        Integer nodes = platform.cluster().nodes();
        return nodes == null
                ? Optional.empty()
                : platform.figures().ambient().stream().findFirst().map(figures -> cost(platform, figures, nodes));
    }

    private static AmbientCost cost(PlatformCapacity platform, Ambient figures, int nodes) {
        Range waypoints = Range.of(0, platform.namespaces().size());
        Amount waypoint = ProxySize.INJECTED.requests();
        int rate = platform.requestsPerSecond();
        Range some = Range.of(0, 1);
        return new AmbientCost(
                nodes,
                waypoints,
                Range.exactly(ZTUNNEL.cpu()).times(nodes).plus(waypoints.times(Range.exactly(waypoint.cpu()))),
                Range.exactly(ZTUNNEL.memory()).times(nodes).plus(waypoints.times(Range.exactly(waypoint.memory()))),
                PlatformCapacity.atRate(figures.ztunnel().cpu(), rate)
                        .times(ENDS)
                        .plus(PlatformCapacity.atRate(figures.waypoint().cpu(), rate)
                                .times(some)),
                figures.ztunnel()
                        .memory()
                        .times(nodes)
                        .plus(waypoints.times(figures.waypoint().memory())),
                platform.total());
    }

    Block block() {
        return new Block(
                "Ambient beside it",
                List.of("what", "proxies", "CPU requested", "memory requested", "CPU used", "memory used"),
                List.of(
                        List.of(
                                "sidecars",
                                Units.count(sidecars.proxies()),
                                Units.cores(sidecars.requestedCpu()),
                                Units.reserved(sidecars.requestedMemory()),
                                Units.cores(sidecars.usedCpu().times(ENDS)),
                                Units.used(sidecars.usedMemory())),
                        List.of(
                                "a ztunnel on each node, and waypoints",
                                Units.count(waypoints.plus(Range.of(nodes, nodes))),
                                Units.cores(requestedCpu),
                                Units.reserved(requestedMemory),
                                Units.cores(usedCpu),
                                Units.used(usedMemory))),
                List.of(
                        "CPU used counts a request at both of its ends, from one to two proxies.",
                        "A waypoint is needed only where requests are looked into: from none to one for each namespace,"
                                + " each with one pod.",
                        "What a ztunnel holds grows with the workloads of the cluster, since it is told of every Service and pod and"
                                + " nothing scopes it (MESH0242); published is a small one."));
    }
}
