package dev.tenantmesh.crds.syntax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount such as {@code 500m} or {@code 1.5Gi}.
 *
 * @param value the amount itself
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    private static final Pattern FORM = Pattern.compile(
            "(?<number>[+-]?(\\d{1,64}(\\.\\d{0,64})?|\\.\\d{1,64}))(?<suffix>[numkMGTPE]|[KMGTPE]i)?([eE](?<power>[+-]?\\d{1,3}))?");
    private static final int NANO = 9;
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
            Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
            Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
            Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
            Map.entry("k", BigDecimal.ONE.movePointRight(3)),
            Map.entry("M", BigDecimal.ONE.movePointRight(6)),
            Map.entry("G", BigDecimal.ONE.movePointRight(9)),
            Map.entry("T", BigDecimal.ONE.movePointRight(12)),
            Map.entry("P", BigDecimal.ONE.movePointRight(15)),
            Map.entry("E", BigDecimal.ONE.movePointRight(18)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** Reads an amount; what is finer than a billionth is rounded away from zero. */
    public static Optional<Quantity> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (form.group("suffix") != null && form.group("power") != null)) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(form.group("number"));
        String suffix = form.group("suffix");
        String power = form.group("power");
        BigDecimal scaled = suffix == null ? number : number.multiply(FACTORS.getOrDefault(suffix, BigDecimal.ONE));
        BigDecimal raised = power == null ? scaled : scaled.scaleByPowerOfTen(Integer.parseInt(power));
        return Optional.of(new Quantity(raised.scale() > NANO ? raised.setScale(NANO, RoundingMode.UP) : raised));
    }

    /** Whether the amount is a whole number of 64 bits. */
    public boolean isInteger() {
        return value.scale() <= 0 && value.toBigInteger().bitLength() < Long.SIZE;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }
}
