package dev.tenantmesh.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of CPU or memory in the part of Kubernetes' notation that says what people mean: no exponents, no
 * thousandths of a byte, no memory without a unit.
 *
 * @param value cores or bytes, more than none
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public record Quantity(BigDecimal value) {

    private static final Pattern CPU =
            Pattern.compile("(?<whole>[1-9][0-9]{0,5})(?<milli>m?)" + "|(?<part>(0|[1-9][0-9]{0,5})\\.[0-9]{1,3})");
    private static final Pattern MEMORY = Pattern.compile("([1-9][0-9]{0,11})(Ki|Mi|Gi|Ti|k|M|G|T)");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "k", BigDecimal.TEN.pow(3),
            "M", BigDecimal.TEN.pow(6),
            "G", BigDecimal.TEN.pow(9),
            "T", BigDecimal.TEN.pow(12),
            "Ki", BigDecimal.valueOf(1L << 10),
            "Mi", BigDecimal.valueOf(1L << 20),
            "Gi", BigDecimal.valueOf(1L << 30),
            "Ti", BigDecimal.valueOf(1L << 40));
    private static final int MILLI = 3;
    private static final int KIBI_BITS = 10;
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti");
    private static final List<String> DECIMAL = List.of("", "k", "M", "G", "T");

    /** Cores: whole ones, decimals down to a thousandth, or thousandths with the suffix {@code m}. */
    public static Optional<Quantity> cpu(String text) {
        Matcher cpu = CPU.matcher(text);
        if (!cpu.matches()) {
            return Optional.empty();
        }
        if (cpu.group("part") != null) {
            return Optional.of(new BigDecimal(cpu.group("part")))
                    .filter(cores -> cores.signum() > 0)
                    .map(Quantity::new);
        }
        BigDecimal whole = new BigDecimal(cpu.group("whole"));
        return Optional.of(new Quantity(cpu.group("milli").isEmpty() ? whole : whole.movePointLeft(MILLI)));
    }

    /** Bytes: a whole number with a unit. */
    public static Optional<Quantity> memory(String text) {
        Matcher memory = MEMORY.matcher(text);
        return memory.matches()
                ? Optional.of(new Quantity(new BigDecimal(memory.group(1)).multiply(UNITS.get(memory.group(2)))))
                : Optional.empty();
    }

    /** Cores as Kubernetes stores them: whole ones, or thousandths. */
    public static String cpuText(BigDecimal cores) {
        BigDecimal milli = cores.movePointRight(MILLI);
        boolean whole = cores.stripTrailingZeros().scale() <= 0;
        return whole ? cores.toBigInteger().toString() : milli.toBigInteger() + "m";
    }

    /** Bytes as Kubernetes stores them: in the largest unit of which they are a whole number, a binary one if there is one. */
    public static String memoryText(BigDecimal bytes) {
        BigInteger amount = bytes.toBigInteger();
        BigInteger kibi = BigInteger.valueOf(1L << KIBI_BITS);
        BigInteger kilo = BigInteger.TEN.pow(MILLI);
        return amount.mod(kibi).signum() == 0 ? inUnits(amount, kibi, BINARY) : inUnits(amount, kilo, DECIMAL);
    }

    private static String inUnits(BigInteger amount, BigInteger step, List<String> units) {
        BigInteger rest = amount;
        int unit = 0;
        while (unit < units.size() - 1 && rest.signum() != 0 && rest.mod(step).signum() == 0) {
            rest = rest.divide(step);
            unit++;
        }
        return rest + units.get(unit);
    }

    /** Whether this is less. */
    public boolean isBelow(Quantity other) {
        return value.compareTo(other.value) < 0;
    }
}
