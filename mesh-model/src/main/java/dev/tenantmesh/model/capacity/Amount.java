package dev.tenantmesh.model.capacity;

import dev.tenantmesh.model.Quantity;
import java.math.BigDecimal;

/**
 * An amount of both resources.
 *
 * @param cpu cores
 * @param memory bytes
 */
public record Amount(BigDecimal cpu, BigDecimal memory) {

    /** Nothing. */
    public static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

    /** What is written as two quantities; what cannot be read is reported elsewhere and counts as nothing. */
    public static Amount of(String cpu, String memory) {
        return new Amount(
                Quantity.cpu(cpu).map(Quantity::value).orElse(BigDecimal.ZERO),
                Quantity.memory(memory).map(Quantity::value).orElse(BigDecimal.ZERO));
    }

    public Amount plus(Amount other) {
        return new Amount(cpu.add(other.cpu), memory.add(other.memory));
    }

    /** The same so many times. */
    public Amount times(int factor) {
        return new Amount(cpu.multiply(BigDecimal.valueOf(factor)), memory.multiply(BigDecimal.valueOf(factor)));
    }
}
