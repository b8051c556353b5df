package dev.tenantmesh.crds.history;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field, or a value of one, that a release of Istio brought.
 *
 * @param istio the minor version of Istio 1 that brought it
 * @param kinds the kinds it is a part of
 * @param field the end of its path, without the positions in lists, such as {@code tls.caCrl}
 * @param value the value that is new; null: the whole field is
 */
public record Novelty(
        int istio,
        Set<String> kinds,
        String field,
        @Nullable String value) {

    public Novelty {
        kinds = Set.copyOf(kinds);
    }

    static Novelty field(int istio, String field, String... kinds) {
        return new Novelty(istio, Set.of(kinds), field, null);
    }

    static Novelty value(int istio, String field, String value, String... kinds) {
        return new Novelty(istio, Set.of(kinds), field, value);
    }

    /** Whether a path, of names alone, ends in it. */
    boolean isAt(List<String> path) {
        List<String> end = List.of(field.split("\\."));
        return path.size() >= end.size()
                && path.subList(path.size() - end.size(), path.size()).equals(end);
    }
}
