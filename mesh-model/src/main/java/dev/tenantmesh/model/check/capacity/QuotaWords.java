package dev.tenantmesh.model.check.capacity;

import dev.tenantmesh.model.Quantity;
import java.math.BigDecimal;

/** Amounts of a quota as people write them. */
public final class QuotaWords {

    private QuotaWords() {}

    static String amount(String key, BigDecimal amount) {
        if (key.endsWith("cpu")) {
            return Quantity.cpuText(amount);
        }
        return key.endsWith("memory") || key.endsWith("storage") ? Quantity.memoryText(amount) : amount.toPlainString();
    }
}
