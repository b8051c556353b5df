package dev.tenantmesh.report.capacity.manifest;

import dev.tenantmesh.model.capacity.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** How many sidecars a control plane has to tell of a change. */
public final class Pushes {

    private static final int PERCENT = 2;

    private Pushes() {}

    /**
     * Of a hundred sidecars, how many are told of a change of a Service if there are as many as there may be and each
     * Service changes as often as another; empty if nobody says how many sidecars there are. A control plane passes on to a
     * sidecar only changes of what its Sidecar tells of.
     *
     * @see <a href="https://github.com/istio/istio/blob/master/pilot/pkg/xds/proxy_dependencies.go">proxy dependencies</a>
     */
    public static Optional<BigDecimal> percent(Collection<Scoping> scopings) {
        BigDecimal told = sum(scopings, Scoping::scoped);
        BigDecimal all = sum(scopings, Scoping::everything);
        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(told.movePointRight(PERCENT).divide(all, 1, RoundingMode.HALF_UP));
    }

    private static BigDecimal sum(Collection<Scoping> scopings, Function<Scoping, Told> told) {
        return scopings.stream()
                .flatMap(scoping -> scoping.count().stream()
                        .map(Range::high)
                        .map(sidecars -> sidecars.multiply(
                                BigDecimal.valueOf(told.apply(scoping).hosts()))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
