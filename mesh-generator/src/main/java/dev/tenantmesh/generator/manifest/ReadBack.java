package dev.tenantmesh.generator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a text as a YAML 1.1 reader does, which is how a cluster reads it, and compares it with what was meant. */
final class ReadBack {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 8 * 1024 * 1024;

    private ReadBack() {}

    /** The first place where the text says something else than what was meant. */
    static Optional<String> firstDifference(JsonNode meant, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(meant.toString())) {
            return Optional.of("It holds half a character (a lone surrogate).");
        }
        try {
            return difference("", meant, reader().load(text));
        } catch (YAMLException unreadable) {
            return Optional.of("It is not YAML: " + unreadable.getMessage());
        }
    }

    private static Yaml reader() {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(LONGEST);
        return new Yaml(new SafeConstructor(limits));
    }

    private static Optional<String> difference(String path, JsonNode meant, @Nullable Object read) {
        if (meant.isObject() && read instanceof Map<?, ?> map && keys(meant).equals(map.keySet())) {
            return first(keys(meant).stream().map(key -> difference(path + "/" + key, meant.path(key), map.get(key))));
        }
        if (meant.isArray() && read instanceof List<?> list && meant.size() == list.size()) {
            return first(IntStream.range(0, list.size())
                    .mapToObj(index -> difference(path + "/" + index, meant.path(index), list.get(index))));
        }
        return isSame(meant, read)
                ? Optional.empty()
                : Optional.of("At '" + path + "' '" + meant + "' was meant and '" + read + "' is read.");
    }

    private static boolean isSame(JsonNode meant, @Nullable Object read) {
        return switch (meant.getNodeType()) {
            case STRING -> meant.textValue().equals(read);
            case BOOLEAN -> Boolean.valueOf(meant.booleanValue()).equals(read);
            case NUMBER -> read instanceof Number && meant.asText().equals(read.toString());
            case NULL -> read == null;
            case OBJECT, ARRAY, BINARY, MISSING, POJO -> false;
        };
    }

    private static Set<String> keys(JsonNode meant) {
        Set<String> keys = new LinkedHashSet<>();
        meant.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Optional<String> first(Stream<Optional<String>> differences) {
        return differences.flatMap(Optional::stream).findFirst();
    }
}
