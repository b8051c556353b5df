package dev.tenantmesh.model.capacity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was published about the cost of one version of Istio, or of the versions around one of which nothing was.
 *
 * @param version the minor version that was measured
 * @param sidecar a proxy beside a pod, at 1000 requests a second
 * @param control the control plane, for up to 1000 Services and 2000 proxies that know only their namespaces
 * @param telemetry cores for 1000 requests a second in the whole mesh, of a service apart from the proxies; none since
 *     proxies report by themselves
 * @param latency milliseconds that the proxies add at the 90th percentile, if it was published as a number
 * @param ambient what the proxies of an ambient mesh cost, where there is one
 * @param sources where it was published
 */
public record Figures(
        String version,
        Cost sidecar,
        Cost control,
        Range telemetry,
        Optional<Range> latency,
        List<Ambient> ambient,
        List<String> sources) {

    public Figures {
        ambient = List.copyOf(ambient);
        sources = List.copyOf(sources);
    }

    /**
     * What something uses.
     *
     * @param cpu cores
     * @param memory bytes
     */
    public record Cost(Range cpu, Range memory) {

        static Cost of(String cores, long megabytes) {
            return new Cost(Range.of(cores, cores), Range.of(megabytes * MEGABYTE, megabytes * MEGABYTE));
        }

        private Cost to(Cost other) {
            return new Cost(spanning(cpu, other.cpu), spanning(memory, other.memory));
        }
    }

    /**
     * The proxies of an ambient mesh, at 1000 requests a second.
     *
     * @param waypoint a proxy for requests
     * @param ztunnel the proxy of a node
     */
    public record Ambient(Cost waypoint, Cost ztunnel) {}

    private static final long MEGABYTE = 1_000_000;

    /** What lies between two versions that were measured. */
    Figures to(Figures other) {
        return new Figures(
                version + " and " + other.version,
                sidecar.to(other.sidecar),
                control.to(other.control),
                spanning(telemetry, other.telemetry),
                latency.flatMap(one -> other.latency.map(two -> spanning(one, two)))
                        .or(() -> latency)
                        .or(() -> other.latency),
                ambient,
                Stream.concat(sources.stream(), other.sources.stream())
                        .distinct()
                        .toList());
    }

    private static Range spanning(Range one, Range other) {
        return new Range(one.low().min(other.low()), one.high().max(other.high()));
    }
}
