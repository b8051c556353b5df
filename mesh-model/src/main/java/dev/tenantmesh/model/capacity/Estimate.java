package dev.tenantmesh.model.capacity;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * How a proxy's memory grows with what it is told, as measured in a cluster. Istio publishes no formula: what is left out
 * here stays a range, taken from measurements that users reported.
 *
 * @param base a proxy that knows no Service; absent: 30 to 50 MB
 * @param perServicePort each port of a Service that it knows, for which it keeps a cluster; absent: 100 to 200 kB
 * @param perEndpoint each pod behind such a port; absent: 1 to 2 kB
 * @see <a href="https://github.com/istio/istio/issues/11254">1077 clusters in 200 MiB</a>
 */
@ModelRecord
public record Estimate(
        @Syntax(Syntax.Of.MEMORY) @Nullable String base,
        @Syntax(Syntax.Of.MEMORY) @Nullable String perServicePort,
        @Syntax(Syntax.Of.MEMORY) @Nullable String perEndpoint) {

    /** What is assumed where nobody measured. */
    public static final Estimate DEFAULT = new Estimate(null, null, null);

    private static final Range BASE = Range.of(30_000_000, 50_000_000);
    private static final Range PER_SERVICE_PORT = Range.of(100_000, 200_000);
    private static final Range PER_ENDPOINT = Range.of(1_000, 2_000);

    /** The bytes of a proxy that knows no Service. */
    public Range emptyProxy() {
        return or(base, BASE);
    }

    /**
     * The bytes that a proxy takes beside them for what it is told.
     *
     * @param servicePorts how many ports of Services it knows
     * @param endpoints how many pods are behind them
     */
    public Range configuration(int servicePorts, Range endpoints) {
        return or(perServicePort, PER_SERVICE_PORT)
                .times(servicePorts)
                .plus(or(perEndpoint, PER_ENDPOINT).times(endpoints));
    }

    private static Range or(@Nullable String measured, Range assumed) {
        return measured == null
                ? assumed
                : Quantity.memory(measured)
                        .map(Quantity::value)
                        .map(Range::exactly)
                        .orElse(assumed);
    }
}
