package dev.tenantmesh.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.check.value.SyntaxSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes documents with every key there is, so that a test misses none, however new. */
public final class FullDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Predicate<RecordComponent> known;

    /**
     * Documents of one kind.
     *
     * @param known the keys that they may hold
     */
    public FullDocument(Predicate<RecordComponent> known) {
        this.known = known;
    }

    /** A document whose values are well-formed and need not make sense together. */
    public ObjectNode of(String apiVersion, String kind, Class<? extends Record> type) {
        ObjectNode document = JSON.objectNode().put("apiVersion", apiVersion).put("kind", kind);
        return document.setAll(record(type));
    }

    private ObjectNode record(Class<? extends Record> type) {
        ObjectNode mapping = JSON.objectNode();
        List<RecordShape.Component> components = RecordShape.of(type, known).components();
        for (int i = 0; i < components.size(); i++) {
            RecordComponent declared = type.getRecordComponents()[i];
            Syntax syntax = declared.getAnnotation(Syntax.class);
            if (components.get(i).known()) {
                mapping.set(
                        components.get(i).key(),
                        value(components.get(i).type(), syntax == null ? null : syntax.value()));
            }
        }
        return mapping;
    }

    private JsonNode value(Type type, Syntax.@Nullable Of syntax) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? JSON.arrayNode().add(value(arguments[0], syntax))
                    : JSON.objectNode()
                            .set(scalar((Class<?>) arguments[0], syntax).asText(), value(arguments[1], syntax));
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord() ? record(plain.asSubclass(Record.class)) : scalar(plain, syntax);
    }

    private static JsonNode scalar(Class<?> type, Syntax.@Nullable Of syntax) {
        if (type == String.class) {
            return JSON.textNode(syntax == null ? "text" : SyntaxSchema.sample(syntax));
        }
        if (type == int.class || type == Integer.class) {
            return JSON.numberNode(8080);
        }
        if (type == boolean.class || type == Boolean.class) {
            return JSON.booleanNode(true);
        }
        if (type == LocalDate.class) {
            return JSON.textNode("2027-03-31");
        }
        return JSON.textNode(Spelling.of((Enum<?>) type.getEnumConstants()[0]));
    }
}
