package dev.tenantmesh.model.gateway;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each pod of a gateway asks for and may use, as Kubernetes quantities. What is left out is what Istio's gateway
 * chart sets.
 *
 * @param requests absent: 100m and 128Mi
 * @param limits absent: 2 and 1Gi
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/">resources of containers</a>
 */
@ModelRecord
public record Resources(
        @Nullable Amounts requests, @Nullable Amounts limits) {

    private static final Amounts LEAST = new Amounts("100m", "128Mi");
    private static final Amounts MOST = new Amounts("2", "1Gi");

    /** What a gateway has unless it is told otherwise. */
    public static final Resources DEFAULT = new Resources(null, null);

    /** The requests, with both amounts. */
    public Amounts allRequests() {
        return Objects.requireNonNullElse(requests, LEAST).orElse(LEAST);
    }

    /** The limits, with both amounts. */
    public Amounts allLimits() {
        return Objects.requireNonNullElse(limits, MOST).orElse(MOST);
    }

    /**
     * An amount of each resource.
     *
     * @param cpu cores, such as {@code "2"}, or thousandths of one, such as {@code 100m}
     * @param memory bytes, such as {@code 128Mi}
     */
    @ModelRecord
    public record Amounts(
            @Syntax(Syntax.Of.CPU) @Nullable String cpu,
            @Syntax(Syntax.Of.MEMORY) @Nullable String memory) {

        private Amounts orElse(Amounts other) {
            return new Amounts(cpu == null ? other.cpu : cpu, memory == null ? other.memory : memory);
        }
    }
}
