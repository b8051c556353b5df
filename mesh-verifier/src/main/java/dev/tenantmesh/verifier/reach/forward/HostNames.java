package dev.tenantmesh.verifier.reach.forward;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names of hosts, where a star in front stands for anything. */
public final class HostNames {

    private HostNames() {}

    /** Whether one stands for all of another. */
    public static boolean covers(String wide, String narrow) {
        return wide.startsWith("*") ? narrow.endsWith(wide.substring(1)) : wide.equals(narrow);
    }

    /** The narrower of two that have hosts in common. */
    public static Optional<String> common(String one, String other) {
        return covers(one, other) ? Optional.of(other) : covers(other, one) ? Optional.of(one) : Optional.empty();
    }

    /** What two lists have in common. */
    public static List<String> common(List<String> some, List<String> others) {
        return some.stream()
                .flatMap(one -> others.stream().flatMap(other -> common(one, other).stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /** What a list has in common with one host. */
    public static Stream<String> common(List<String> some, String other) {
        return some.stream().flatMap(one -> common(one, other).stream());
    }
}
