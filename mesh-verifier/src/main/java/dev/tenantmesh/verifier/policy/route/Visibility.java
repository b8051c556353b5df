package dev.tenantmesh.verifier.policy.route;

import java.util.List;

/** What {@code exportTo} says: {@code *} or nothing is everywhere, {@code .} is at home. */
final class Visibility {

    private Visibility() {}

    static boolean of(List<String> exportTo, String home, String other) {
        return exportTo.isEmpty()
                || exportTo.contains("*")
                || exportTo.contains(other)
                || (exportTo.contains(".") && home.equals(other));
    }
}
