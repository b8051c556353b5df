package dev.tenantmesh.verifier.proved;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every way in which one object, or the labels of a Namespace, can be damaged: it is left out; one of its fields is left out, has another value, or is
 * an empty list; one element of a list is missing; a peer that names namespaces and pods becomes two peers.
 */
final class Mutants {

    private final List<Mutant> all = new ArrayList<>();

    private Mutants() {}

    /**
     * One damaged object.
     *
     * @param path the field, with numbers of elements left out, such as {@code spec.ingress.from}
     * @param change what was done to it
     * @param object what is left; null if the object is left out
     */
    record Mutant(String path, String change, Object object) {}

    /** The damaged objects that an object can become. */
    static List<Mutant> of(Map<String, Object> object) {
        Mutants mutants = new Mutants();
        mutants.walk("", object, damaged -> damaged);
        if ("Namespace".equals(object.get("kind"))
                && object.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("labels") instanceof Map<?, ?> labels) {
            mutants.ofMap(
                    "metadata.labels", labels, damaged -> with(object, "metadata", with(metadata, "labels", damaged)));
        }
        return mutants.all;
    }

    private void walk(String path, Object value, Function<Object, Object> rebuilt) {
        if (value instanceof Map<?, ?> map) {
            ofMap(path, map, rebuilt);
        } else if (value instanceof List<?> list) {
            ofList(path, list, rebuilt);
        } else {
            others(value).forEach(other -> add(path, "is " + other, rebuilt.apply(other)));
        }
    }

    private void ofMap(String path, Map<?, ?> map, Function<Object, Object> rebuilt) {
        if (map.containsKey("namespaceSelector") && map.containsKey("podSelector")) {
            add(path, "is split in two", rebuilt.apply(split(map)));
        }
        for (Object key : map.keySet()) {
            String inner = path.isEmpty() ? key.toString() : path + "." + key;
            if (Identity.isPartOf(inner)) {
                continue;
            }
            add(inner, "is missing", rebuilt.apply(without(map, key)));
            walk(inner, map.get(key), damaged -> rebuilt.apply(with(map, key, damaged)));
        }
    }

    /** What says which object it is; with another name it would be another object beside none. */
    private static final class Identity {

        private static boolean isPartOf(String path) {
            return path.equals("apiVersion")
                    || path.equals("kind")
                    || path.equals("metadata.name")
                    || path.equals("metadata.namespace")
                    || path.equals("metadata");
        }
    }

    private static Object split(Map<?, ?> peer) {
        return new Split(List.of(without(peer, "podSelector"), without(peer, "namespaceSelector")));
    }

    /** Elements that take the place of one. */
    record Split(List<Object> elements) {}

    private void ofList(String path, List<?> list, Function<Object, Object> rebuilt) {
        if (!list.isEmpty()) {
            add(path, "is empty", rebuilt.apply(List.of()));
        }
        for (int i = 0; i < list.size(); i++) {
            int place = i;
            if (list.size() > 1) {
                add(path, "has no " + list.get(i), rebuilt.apply(replaced(list, place, new Split(List.of()))));
            }
            walk(path, list.get(i), damaged -> rebuilt.apply(replaced(list, place, damaged)));
        }
    }

    private static List<Object> replaced(List<?> list, int place, Object damaged) {
        List<Object> copy = new ArrayList<>(list.subList(0, place));
        copy.addAll(damaged instanceof Split split ? split.elements() : List.of(damaged));
        copy.addAll(list.subList(place + 1, list.size()));
        return copy;
    }

    private static Map<Object, Object> without(Map<?, ?> map, Object key) {
        Map<Object, Object> copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return copy;
    }

    private static Map<Object, Object> with(Map<?, ?> map, Object key, Object value) {
        Map<Object, Object> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    private static Stream<Object> others(Object value) {
        if (value instanceof Boolean truth) {
            return Stream.of(!truth);
        }
        if (value instanceof Integer number) {
            return Stream.of(number + 1);
        }
        return switch (String.valueOf(value)) {
            case "STRICT" -> Stream.of("PERMISSIVE", "DISABLE");
            case "PERMISSIVE" -> Stream.of("STRICT");
            case "DENY" -> Stream.of("ALLOW");
            case "ALLOW" -> Stream.of("DENY");
            case "TCP" -> Stream.of("UDP");
            case "Ingress" -> Stream.of("Egress");
            case "Egress" -> Stream.of("Ingress");
            default -> Stream.of(value + "x");
        };
    }

    private void add(String path, String change, Object damaged) {
        all.add(new Mutant(path, change, damaged));
    }
}
