package dev.tenantmesh.model.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.check.value.SyntaxSchema;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in JSON Schema what {@link RecordBinder} accepts: it walks the same {@link RecordShape}s, so that the two cannot
 * disagree about a key. Whatever it does not know, such as a new annotation, it refuses rather than leave out.
 */
public final class RecordSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<Class<? extends Annotation>> KNOWN =
            Set.of(JsonProperty.class, Elsewhere.class, Syntax.class);

    private final Javadocs docs;
    private final Predicate<RecordComponent> known;
    private final List<Class<?>> open = new ArrayList<>();

    public RecordSchema(Path sources) {
        this(Javadocs.below(sources), component -> true);
    }

    private RecordSchema(Javadocs docs, Predicate<RecordComponent> known) {
        this.docs = docs;
        this.known = known;
    }

    /** The same of documents that may hold only some keys. */
    public RecordSchema knowing(Predicate<RecordComponent> some) {
        return new RecordSchema(docs, some);
    }

    /** What the Javadoc of a type says. */
    public String describe(Class<?> type) {
        return docs.of(type);
    }

    /** The mapping that becomes a record. */
    public ObjectNode of(Class<? extends Record> type) {
        if (open.contains(type)) {
            throw new IllegalStateException("The schema does not know records that hold themselves: " + type);
        }
        open.add(type);
        requireKnown(type);
        RecordShape<?> shape = RecordShape.of(type, known);
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ArrayNode required = JSON.arrayNode();
        shape.components().stream().filter(RecordShape.Component::required).forEach(one -> required.add(one.key()));
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        ObjectNode properties = schema.putObject("properties");
        for (int i = 0; i < shape.components().size(); i++) {
            RecordShape.Component component = shape.components().get(i);
            if (component.known()) {
                properties.set(component.key(), component(component, type.getRecordComponents()[i]));
            }
        }
        open.remove(type);
        return schema;
    }

    private ObjectNode component(RecordShape.Component component, RecordComponent declared) {
        requireKnown(declared);
        Class<?> owner = declared.getDeclaringRecord();
        try {
            requireKnown(owner.getDeclaredField(declared.getName()));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
        String said = docs.of(owner, declared.getName());
        if (said.isEmpty()) {
            throw new IllegalStateException("Editors explain each key: write a @param for " + declared);
        }
        Type type = component.type();
        Syntax syntax = declared.getAnnotation(Syntax.class);
        ObjectNode schema = JSON.objectNode().put("description", described(said, type));
        schema.setAll(value(type, syntax == null ? null : syntax.value()));
        Absent.of(said, type).ifPresent(preset -> schema.set("default", preset));
        return schema;
    }

    private String described(String said, Type type) {
        Stream<String> more = type instanceof Class<?> plain && plain.isEnum()
                ? Stream.concat(Stream.of(docs.of(plain)), explained(plain).stream())
                : Stream.of();
        return Stream.concat(Stream.of(said), more)
                .filter(paragraph -> !paragraph.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    private List<String> explained(Class<?> type) {
        return constants(type)
                .filter(constant -> !docs.of(type, constant.name()).isEmpty())
                .map(constant -> "`" + Spelling.of(constant) + "`: " + docs.of(type, constant.name()))
                .toList();
    }

    private ObjectNode value(Type type, Syntax.@Nullable Of syntax) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, syntax);
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord() ? record(plain.asSubclass(Record.class)) : scalar(plain, syntax);
    }

    private ObjectNode collection(ParameterizedType type, Syntax.@Nullable Of syntax) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return JSON.objectNode().put("type", "array").set("items", item(arguments[0], syntax));
        }
        if (type.getRawType() == Map.class) {
            ObjectNode schema = JSON.objectNode().put("type", "object");
            schema.set("propertyNames", key((Class<?>) arguments[0], syntax));
            return schema.set("additionalProperties", item(arguments[1], SyntaxSchema.isKeyed(syntax) ? syntax : null));
        }
        throw new IllegalStateException("The schema does not know " + type);
    }

    private ObjectNode item(Type type, Syntax.@Nullable Of syntax) {
        ObjectNode schema = JSON.objectNode();
        if (type instanceof Class<?> plain && !docs.of(plain).isEmpty()) {
            schema.put("description", described(docs.of(plain), plain));
        }
        return schema.setAll(value(type, syntax));
    }

    private static ObjectNode key(Class<?> type, Syntax.@Nullable Of syntax) {
        if (syntax != null) {
            return SyntaxSchema.key(syntax);
        }
        if (type == String.class) {
            return JSON.objectNode().put("type", "string").put("minLength", 1);
        }
        throw new IllegalStateException("The schema does not know maps from " + type);
    }

    private ObjectNode record(Class<? extends Record> type) {
        ObjectNode mapping = of(type);
        RecordShape<?> shape = RecordShape.of(type, known);
        if (shape.shorthands().isEmpty()) {
            return mapping;
        }
        ArrayNode choices = JSON.arrayNode();
        shape.shorthands().forEach(shorthand -> choices.add(shorthand(shorthand, shape, mapping)));
        choices.add(mapping);
        return JSON.objectNode().set("oneOf", choices);
    }

    /** The single value is that of the one key that is required and of its type; if that is not clear, any. */
    private ObjectNode shorthand(Method shorthand, RecordShape<?> shape, ObjectNode mapping) {
        Class<?> parameter = shorthand.getParameterTypes()[0];
        List<JsonNode> alike = shape.components().stream()
                .filter(component -> component.type() == parameter)
                .map(component -> mapping.get("properties").get(component.key()))
                .toList();
        return alike.size() == 1 ? alike.get(0).deepCopy() : scalar(parameter, null);
    }

    private ObjectNode scalar(Class<?> type, Syntax.@Nullable Of syntax) {
        if (type == String.class) {
            return syntax == null ? SyntaxSchema.text() : SyntaxSchema.text(syntax);
        }
        if (type == int.class || type == Integer.class) {
            return syntax == null
                    ? JSON.objectNode()
                            .put("type", "integer")
                            .put("minimum", Integer.MIN_VALUE)
                            .put("maximum", Integer.MAX_VALUE)
                    : SyntaxSchema.number(syntax);
        }
        if (type == boolean.class || type == Boolean.class) {
            return JSON.objectNode().put("type", "boolean");
        }
        if (type == LocalDate.class) {
            return JSON.objectNode()
                    .put("type", "string")
                    .put("format", "date")
                    .put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
        }
        if (type.isEnum()) {
            return constant(type);
        }
        throw new IllegalStateException("The schema does not know " + type);
    }

    private ObjectNode constant(Class<?> type) {
        ArrayNode spellings = JSON.arrayNode();
        ArrayNode explanations = JSON.arrayNode();
        constants(type).forEach(constant -> {
            spellings.add(Spelling.of(constant));
            explanations.add(docs.of(type, constant.name()));
        });
        ObjectNode schema = JSON.objectNode().put("type", "string").set("enum", spellings);
        return explained(type).isEmpty() ? schema : schema.set("enumDescriptions", explanations);
    }

    private static Stream<Enum<?>> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(constant -> (Enum<?>) constant);
    }

    private static void requireKnown(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (!KNOWN.contains(annotation.annotationType())) {
                throw new IllegalStateException("The schema does not know " + annotation + " of " + element);
            }
        }
    }
}
