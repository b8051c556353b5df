package dev.tenantmesh.crds.syntax;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of time as Go writes them ({@code 1h30m}, {@code -1.5s}), and in words where a schema has the format
 * {@code duration} ({@code 2 days}).
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">time.ParseDuration</a>
 * @see <a href="https://github.com/kubernetes/kube-openapi/blob/master/pkg/validation/strfmt/duration.go">duration.go</a>
 */
public final class Durations {

    private static final Pattern GO = Pattern.compile("[+-]?((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,18})\\s*([A-Za-zµ]+)");
    private static final int LONGEST = 200;
    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "μs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);

    private record Unit(List<String> names, String beginning, long nanos) {

        boolean isCalled(String word) {
            return names.contains(word) || word.startsWith(beginning);
        }
    }

    private static final List<Unit> UNITS = List.of(
            new Unit(List.of("ns"), "nano", 1L),
            new Unit(List.of("us", "µs"), "micro", 1_000L),
            new Unit(List.of("ms"), "milli", 1_000_000L),
            new Unit(List.of("s"), "sec", 1_000_000_000L),
            new Unit(List.of("m"), "min", 60_000_000_000L),
            new Unit(List.of("h", "hr"), "hour", 3_600_000_000_000L),
            new Unit(List.of("d"), "day", 86_400_000_000_000L),
            new Unit(List.of("w", "wk"), "week", 604_800_000_000_000L));

    private Durations() {}

    /** What the format {@code duration} takes. */
    public static Optional<Duration> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.equals("0") || GO.matcher(text).matches() ? Optional.of(go(text)) : words(text);
    }

    private static Duration go(String text) {
        BigDecimal nanos = PART.matcher(text)
                .results()
                .map(part -> new BigDecimal(part.group(1))
                        .multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Duration.ofNanos((text.startsWith("-") ? nanos.negate() : nanos).longValue());
    }

    private static Optional<Duration> words(String text) {
        Matcher word = WORDS.matcher(text);
        Optional<Duration> sum = Optional.empty();
        while (word.find()) {
            String name = word.group(2).toLowerCase(Locale.ROOT);
            long amount = Long.parseLong(word.group(1));
            for (Unit unit : UNITS) {
                if (unit.isCalled(name)) {
                    Duration part = Duration.ofNanos(unit.nanos()).multipliedBy(amount);
                    sum = Optional.of(sum.orElse(Duration.ZERO).plus(part));
                }
            }
        }
        return sum;
    }
}
