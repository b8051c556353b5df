package dev.tenantmesh.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenantmesh.model.Spelling;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The value that holds when a key is left out, where its explanation names one: {@code absent: STRICT}. */
final class Absent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NAMED = Pattern.compile("[Aa]bsent: (?:`([^`]+)`|([\\w-]+))(?=[,;.](?:\\s|$)|$)");

    private Absent() {}

    static Optional<JsonNode> of(String said, Type type) {
        Matcher named = NAMED.matcher(said);
        return named.find() ? value(named, type) : Optional.empty();
    }

    private static Optional<JsonNode> value(Matcher named, Type type) {
        String word = named.group(1) == null ? named.group(2) : named.group(1);
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return value(named, list.getActualTypeArguments()[0])
                    .map(item -> JSON.arrayNode().add(item));
        }
        if (type == String.class) {
            return Optional.ofNullable(named.group(1)).map(JSON::textNode);
        }
        if (type == Integer.class && word.matches("[0-9]{1,9}")) {
            return Optional.of(JSON.numberNode(Integer.parseInt(word)));
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return Stream.of(plain.getEnumConstants())
                    .map(constant -> Spelling.of((Enum<?>) constant))
                    .filter(word::equals)
                    .findFirst()
                    .map(JSON::textNode);
        }
        return Optional.empty();
    }
}
