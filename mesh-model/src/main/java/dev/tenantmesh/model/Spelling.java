package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How enum values are spelled in mesh documents. */
public final class Spelling {

    private Spelling() {}

    /** The value of a spelling. */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(text))
                .findFirst();
    }

    /** The spelling of a value. */
    public static String of(Enum<?> value) {
        try {
            JsonProperty property =
                    value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
            return property == null ? value.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("Enum without its own constant: " + value, e);
        }
    }

    /** Every spelling of a type, in its order. */
    public static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList();
    }
}
