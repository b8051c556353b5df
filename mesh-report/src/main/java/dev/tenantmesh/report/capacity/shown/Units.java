package dev.tenantmesh.report.capacity.shown;

import dev.tenantmesh.model.capacity.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * Amounts as people write them. What Kubernetes reserves is said in the units of 1024 that manifests use, what was
 * published or measured in those of 1000 that it was published in.
 */
public final class Units {

    private static final List<String> BINARY = List.of("bytes", "KiB", "MiB", "GiB", "TiB");
    private static final List<String> DECIMAL = List.of("bytes", "kB", "MB", "GB", "TB");
    private static final BigDecimal KILO = BigDecimal.valueOf(1_000);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1_024);
    private static final int SHOWN_DIGITS = 2;

    private Units() {}

    public static String cores(Range range) {
        return range(range, Units::number) + " vCPU";
    }

    public static String count(Range range) {
        return range(range, Units::number);
    }

    public static String milliseconds(Range range) {
        return range(range, Units::number) + " ms";
    }

    public static String reserved(Range bytes) {
        return range(bytes, amount -> scaled(amount, KIBI, BINARY));
    }

    public static String used(Range bytes) {
        return range(bytes, amount -> scaled(amount, KILO, DECIMAL));
    }

    private static String range(Range range, Function<BigDecimal, String> print) {
        String low = print.apply(range.low());
        String high = print.apply(range.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String scaled(BigDecimal amount, BigDecimal step, List<String> units) {
        BigDecimal scaled = amount;
        int unit = 0;
        while (scaled.compareTo(step) >= 0 && unit < units.size() - 1) {
            scaled = scaled.divide(step, 10, RoundingMode.HALF_UP);
            unit++;
        }
        return scaled.signum() == 0 ? "0" : number(scaled) + " " + units.get(unit);
    }

    private static String number(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(SHOWN_DIGITS, RoundingMode.HALF_UP);
        boolean vanishes = rounded.signum() == 0 && amount.signum() != 0;
        return (vanishes ? amount.round(new MathContext(1)) : rounded)
                .stripTrailingZeros()
                .toPlainString();
    }
}
