package dev.tenantmesh.verifier.load;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Compares what two values say, not where they stand. */
final class SameValue {

    private SameValue() {}

    static boolean of(Value one, Value other) {
        if (one instanceof Mapping left && other instanceof Mapping right) {
            return left.entries().size() == right.entries().size()
                    && left.entries().entrySet().stream()
                            .allMatch(entry ->
                                    stands(entry.getValue(), right.entries().get(entry.getKey())));
        }
        if (one instanceof Sequence left && other instanceof Sequence right) {
            return left.items().size() == right.items().size() && inOrder(left, right);
        }
        return one instanceof Scalar left
                && other instanceof Scalar right
                && left.type() == right.type()
                && left.text().equals(right.text());
    }

    private static boolean stands(Mapping.Entry entry, Mapping.@Nullable Entry other) {
        return other != null && of(entry.value(), other.value());
    }

    private static boolean inOrder(Sequence left, Sequence right) {
        Iterator<Value> others = right.items().iterator();
        return left.items().stream().allMatch(item -> of(item, others.next()));
    }
}
