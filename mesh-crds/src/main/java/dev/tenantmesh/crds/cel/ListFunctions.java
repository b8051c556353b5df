package dev.tenantmesh.crds.cel;

import static dev.tenantmesh.crds.cel.Functions.LIST;

import dev.cel.common.types.SimpleType;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Functions about lists.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library">List library</a>
 */
final class ListFunctions {

    private static final Functions.Parameter<Object> ANY = new Functions.Parameter<>(SimpleType.DYN, Object.class);

    private ListFunctions() {}

    static void addTo(Functions functions) {
        functions
                .member("isSorted", SimpleType.BOOL, LIST, ListFunctions::isSorted)
                .member("min", SimpleType.DYN, LIST, list -> Collections.min(comparable(list)))
                .member("max", SimpleType.DYN, LIST, list -> Collections.max(comparable(list)))
                .member("sum", SimpleType.DYN, LIST, ListFunctions::sum)
                .member("indexOf", SimpleType.INT, LIST, ANY, (list, item) -> (long) list.indexOf(item))
                .member("lastIndexOf", SimpleType.INT, LIST, ANY, (list, item) -> (long) list.lastIndexOf(item));
    }

    private static boolean isSorted(List<?> list) {
        List<Comparable<Object>> items = comparable(list);
        return IntStream.range(1, items.size())
                .allMatch(index -> items.get(index - 1).compareTo(items.get(index)) <= 0);
    }

    /** A sum of whole numbers that does not overflow, or of numbers; of nothing it is 0. */
    private static Object sum(List<?> list) {
        boolean whole = list.stream().allMatch(Long.class::isInstance);
        if (whole) {
            return list.stream().map(Long.class::cast).reduce(0L, Math::addExact);
        }
        return list.stream()
                .map(Number.class::cast)
                .mapToDouble(Number::doubleValue)
                .sum();
    }

    /** Items of different types cannot be compared, which the comparison then says. */
    @SuppressWarnings("unchecked")
    private static List<Comparable<Object>> comparable(List<?> list) {
        return list.stream()
                .map(item -> (Comparable<Object>) Objects.requireNonNull(item))
                .toList();
    }
}
