package dev.tenantmesh.model.quota;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.Syntax;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a container gets that says nothing, and what it may say, as a LimitRange spells it. The API server completes one
 * by the other: a limit that nobody says is the {@code max}, a request the limit, or else the {@code min}.
 *
 * @param defaults the limits of a container that says none
 * @param defaultRequest the requests of a container that says none
 * @param max the highest limits it may say
 * @param min the lowest requests it may say
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">limit ranges</a>
 */
@ModelRecord
public record ContainerLimits(
        @JsonProperty("default") @Nullable Amounts defaults,
        @Nullable Amounts defaultRequest,
        @Nullable Amounts max,
        @Nullable Amounts min) {

    /**
     * An amount of one resource or of both.
     *
     * @param cpu cores, such as {@code "2"}, or thousandths of one, such as {@code 100m}
     * @param memory bytes, such as {@code 128Mi}
     */
    @ModelRecord
    public record Amounts(
            @Syntax(Syntax.Of.CPU) @Nullable String cpu,
            @Syntax(Syntax.Of.MEMORY) @Nullable String memory) {}

    /** What is said, such as {@code max.cpu}; what cannot be read is left out. */
    public SortedMap<String, BigDecimal> amounts() {
        SortedMap<String, BigDecimal> amounts = new TreeMap<>();
        add(amounts, "default", defaults);
        add(amounts, "defaultRequest", defaultRequest);
        add(amounts, "max", max);
        add(amounts, "min", min);
        return amounts;
    }

    private static void add(SortedMap<String, BigDecimal> all, String key, @Nullable Amounts amounts) {
        String cpu = amounts == null ? null : amounts.cpu();
        String memory = amounts == null ? null : amounts.memory();
        if (cpu != null) {
            Quantity.cpu(cpu).ifPresent(amount -> all.put(key + ".cpu", amount.value()));
        }
        if (memory != null) {
            Quantity.memory(memory).ifPresent(amount -> all.put(key + ".memory", amount.value()));
        }
    }
}
