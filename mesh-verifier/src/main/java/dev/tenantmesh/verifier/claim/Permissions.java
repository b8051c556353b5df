package dev.tenantmesh.verifier.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What claims let pass, found by its ends: whoever asks about one end looks at what concerns that end, however much is
 * permitted to others. Many claims share what they have in common.
 */
public final class Permissions {

    private final List<Part> parts;

    /** Permissions that were given at once, and their places by either end. */
    private record Part(List<Permission> all, Index from, Index to) {

        static Part of(List<Permission> all) {
            return new Part(List.copyOf(all), Index.of(all, Permission::from), Index.of(all, Permission::to));
        }

        Stream<Permission> at(Stream<Integer> places) {
            return places.map(all::get);
        }
    }

    /**
     * Where in a list permissions about pods of a namespace are.
     *
     * @param byNamespace the places of those about its pods
     * @param others the places of those about anybody but pods of known namespaces
     */
    private record Index(Map<String, List<Integer>> byNamespace, List<Integer> others) {

        static Index of(List<Permission> all, Function<Permission, Party> end) {
            Index index = new Index(new HashMap<>(), new ArrayList<>());
            for (int place = 0; place < all.size(); place++) {
                index.add(end.apply(all.get(place)), place);
            }
            return index;
        }

        private void add(Party party, int place) {
            if (party instanceof Party.Pods pods) {
                pods.namespaces()
                        .forEach(namespace -> byNamespace
                                .computeIfAbsent(namespace, absent -> new ArrayList<>())
                                .add(place));
            } else {
                others.add(place);
            }
        }

        Stream<Integer> about(Set<String> namespaces) {
            return Stream.concat(
                            others.stream(),
                            namespaces.stream()
                                    .flatMap(namespace -> byNamespace.getOrDefault(namespace, List.of()).stream()))
                    .distinct()
                    .sorted();
        }
    }

    private Permissions(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Some permissions. */
    public static Permissions of(List<Permission> all) {
        return new Permissions(List.of(Part.of(all)));
    }

    /** These and others after them. */
    public Permissions and(Permissions others) {
        return new Permissions(
                Stream.concat(parts.stream(), others.parts.stream()).toList());
    }

    /** These and others after them. */
    public Permissions and(List<Permission> others) {
        return and(of(others));
    }

    /** These and one more. */
    public Permissions and(Permission other) {
        return and(List.of(other));
    }

    /** Each of them, changed. */
    public Permissions map(UnaryOperator<Permission> change) {
        return of(all().map(change).toList());
    }

    /** Each of them. */
    public Stream<Permission> all() {
        return parts.stream().flatMap(part -> part.all().stream());
    }

    /** Those that may be of pods of some namespaces, in their own order. */
    public Stream<Permission> from(Set<String> namespaces) {
        return parts.stream().flatMap(part -> part.at(part.from().about(namespaces)));
    }

    /** Those that may be about coming to pods of some namespaces, in their own order; of none: to whoever is no pod. */
    public Stream<Permission> to(Set<String> namespaces) {
        return parts.stream().flatMap(part -> part.at(part.to().about(namespaces)));
    }
}
