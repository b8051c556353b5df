package dev.tenantmesh.model.capacity;

import java.math.BigDecimal;

/**
 * From an amount to another one, both included.
 *
 * @param low the least
 * @param high the most, not below the least
 */
public record Range(BigDecimal low, BigDecimal high) {

    /** Nothing. */
    public static final Range NONE = exactly(BigDecimal.ZERO);

    private static final int THOUSAND = 3;

    public Range {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException(low + " is above " + high);
        }
        low = low.signum() == 0 ? BigDecimal.ZERO : low.stripTrailingZeros();
        high = high.signum() == 0 ? BigDecimal.ZERO : high.stripTrailingZeros();
    }

    /** From one whole amount to another. */
    public static Range of(long low, long high) {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    /** From one amount to another, such as {@code 0.35}. */
    public static Range of(String low, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(high));
    }

    /** One amount. */
    public static Range exactly(BigDecimal amount) {
        return new Range(amount, amount);
    }

    public Range plus(Range other) {
        return new Range(low.add(other.low), high.add(other.high));
    }

    /** The same so many times. */
    public Range times(long factor) {
        return times(Range.of(factor, factor));
    }

    /** The least the least of the other times, the most the most. */
    public Range times(Range factor) {
        return new Range(low.multiply(factor.low), high.multiply(factor.high));
    }

    /** A thousandth of it. */
    public Range perThousand() {
        return new Range(low.movePointLeft(THOUSAND), high.movePointLeft(THOUSAND));
    }

    /** Whether both ends are the same. */
    public boolean isExact() {
        return low.compareTo(high) == 0;
    }
}
