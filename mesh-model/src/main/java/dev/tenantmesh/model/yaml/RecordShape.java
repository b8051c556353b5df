package dev.tenantmesh.model.yaml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping must hold to become a record.
 *
 * @param components in declaration order
 * @param elsewhere what to do instead of writing some other keys that people look for here
 * @param shorthands methods that make the record of a single value
 */
record RecordShape<R extends Record>(
        Class<R> type, List<Component> components, Map<String, String> elsewhere, List<Method> shorthands) {

    /**
     * One key of the mapping.
     *
     * @param known whether it may be written here; one that may not is always left out
     */
    record Component(String key, Type type, boolean nullable, boolean known) {

        private static Component of(RecordComponent component, Predicate<RecordComponent> known) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Component(written(component), component.getGenericType(), nullable, known.test(component));
        }

        /** What the record gets if the key is left out; none if the key is required. */
        Optional<Object> absent() {
            Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
            if (nullable || (raw != List.class && raw != Map.class)) {
                return Optional.empty();
            }
            return Optional.of(raw == List.class ? List.of() : Map.of());
        }

        boolean required() {
            return known && !nullable && absent().isEmpty();
        }

        /** Annotations of Jackson are for fields and methods, so that those of a component end up on its field. */
        private static String written(RecordComponent component) {
            try {
                JsonProperty property = component
                        .getDeclaringRecord()
                        .getDeclaredField(component.getName())
                        .getAnnotation(JsonProperty.class);
                return property == null || property.value().isEmpty() ? component.getName() : property.value();
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("No field of " + component, e);
            }
        }
    }

    /** The shape of a type, of which only some keys may be written. */
    static <R extends Record> RecordShape<R> of(Class<R> type, Predicate<RecordComponent> known) {
        return new RecordShape<>(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> Component.of(component, known))
                        .toList(),
                elsewhere(type),
                Arrays.stream(type.getDeclaredMethods())
                        .filter(RecordShape::isShorthand)
                        .toList());
    }

    private static Map<String, String> elsewhere(Class<?> type) {
        return Stream.ofNullable(type.getAnnotation(Elsewhere.class))
                .flatMap(elsewhere -> Arrays.stream(elsewhere.value()))
                .collect(Collectors.toMap(Elsewhere.Key::name, Elsewhere.Key::instead));
    }

    List<String> keys() {
        return components.stream().filter(Component::known).map(Component::key).toList();
    }

    /** The method that takes one value of a type. */
    Optional<Method> shorthand(Class<?> parameter) {
        return shorthands.stream()
                .filter(method -> method.getParameterTypes()[0] == parameter)
                .findFirst();
    }

    /** Calls the canonical constructor; its {@link IllegalArgumentException} says what the values break. */
    R create(@Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            throw cause(thrown);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create a " + type.getName(), e);
        }
    }

    /** Calls a shorthand of this record. */
    R create(Method shorthand, Object value) {
        try {
            shorthand.setAccessible(true);
            return type.cast(shorthand.invoke(null, value));
        } catch (InvocationTargetException thrown) {
            throw cause(thrown);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot call " + shorthand, e);
        }
    }

    private static RuntimeException cause(InvocationTargetException thrown) {
        return thrown.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(thrown);
    }

    private static boolean isShorthand(Method method) {
        return method.isAnnotationPresent(JsonCreator.class)
                && Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 1
                && (method.getParameterTypes()[0] == int.class || method.getParameterTypes()[0] == String.class);
    }
}
