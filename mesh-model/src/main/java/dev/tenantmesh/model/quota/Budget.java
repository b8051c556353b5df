package dev.tenantmesh.model.quota;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.Syntax;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The most that sidecars may cost: at the most pods that their workloads may have, by what they request, which nodes keep
 * for them whether it is used or not. A model that costs more is refused.
 *
 * @param sidecars how many
 * @param sidecarCPU cores that they request together
 * @param sidecarMemory bytes that they request together
 */
@ModelRecord
public record Budget(
        @Nullable Integer sidecars,
        @Syntax(Syntax.Of.CPU) @Nullable String sidecarCPU,
        @Syntax(Syntax.Of.MEMORY) @Nullable String sidecarMemory) {

    /** What is said, by its key; what cannot be read is left out. */
    public SortedMap<String, BigDecimal> amounts() {
        SortedMap<String, BigDecimal> amounts = new TreeMap<>();
        if (sidecars != null) {
            amounts.put("sidecars", BigDecimal.valueOf(sidecars));
        }
        if (sidecarCPU != null) {
            Quantity.cpu(sidecarCPU).ifPresent(amount -> amounts.put("sidecarCPU", amount.value()));
        }
        if (sidecarMemory != null) {
            Quantity.memory(sidecarMemory).ifPresent(amount -> amounts.put("sidecarMemory", amount.value()));
        }
        return amounts;
    }

    /** An amount of a key for people. */
    public static String text(String key, BigDecimal amount) {
        return switch (key) {
            case "sidecarCPU" -> Quantity.cpuText(amount);
            case "sidecarMemory" -> Quantity.memoryText(amount);
            default -> amount.toPlainString();
        };
    }
}
