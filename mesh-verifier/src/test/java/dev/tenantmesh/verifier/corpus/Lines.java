package dev.tenantmesh.verifier.corpus;

import dev.tenantmesh.verifier.world.AddressRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines {@code source => destination : ports} in a form in which two tools can be compared: neighbouring addresses with
 * the same ports are one range, and a pod and itself are no pair.
 */
final class Lines {

    private static final Pattern LINE = Pattern.compile("(.*\\S) => (.*\\S) : (.*)");
    private static final String OUTSIDE = "[External]";

    private Lines() {}

    static SortedSet<String> comparable(Collection<String> lines) {
        SortedSet<String> all = new TreeSet<>();
        Map<List<String>, List<AddressRange>> outside = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || parts.group(1).equals(parts.group(2))) {
                continue;
            }
            if (parts.group(1).endsWith(OUTSIDE)) {
                outside.computeIfAbsent(List.of("", parts.group(2), parts.group(3)), absent -> new ArrayList<>())
                        .add(range(parts.group(1)));
            } else if (parts.group(2).endsWith(OUTSIDE)) {
                outside.computeIfAbsent(List.of(parts.group(1), "", parts.group(3)), absent -> new ArrayList<>())
                        .add(range(parts.group(2)));
            } else {
                all.add(line);
            }
        }
        outside.forEach((ends, ranges) -> merged(ranges)
                .forEach(range -> all.add((ends.get(0).isEmpty() ? range : ends.get(0)) + " => "
                        + (ends.get(1).isEmpty() ? range : ends.get(1)) + " : " + ends.get(2))));
        return all;
    }

    private static AddressRange range(String written) {
        String ends = written.substring(0, written.length() - OUTSIDE.length());
        int dash = ends.indexOf('-');
        AddressRange first =
                AddressRange.ofCidr(dash < 0 ? ends : ends.substring(0, dash)).orElseThrow();
        AddressRange last = AddressRange.ofCidr(ends.substring(dash + 1)).orElseThrow();
        return new AddressRange(4, first.first(), last.last());
    }

    private static List<AddressRange> merged(List<AddressRange> ranges) {
        List<AddressRange> merged = new ArrayList<>();
        for (AddressRange range : ranges.stream()
                .sorted(Comparator.comparing(AddressRange::first))
                .toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).last().add(BigInteger.ONE).compareTo(range.first()) >= 0) {
                AddressRange before = merged.get(last);
                merged.set(
                        last, new AddressRange(4, before.first(), before.last().max(range.last())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
