package dev.tenantmesh.crds.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.tenantmesh.crds.schema.SchemaWalk;
import dev.tenantmesh.crds.syntax.Durations;
import dev.tenantmesh.crds.syntax.Formats;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a JSON value the type and the field names that a CEL rule of the API server sees. */
final class CelValues {

    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private CelValues() {}

    static Object of(JsonNode schema, JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> map(schema, value);
            case ARRAY -> list(schema.path("items"), value);
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> number(schema, value);
            case NULL -> NullValue.NULL_VALUE;
            default -> text(schema, value.asText());
        };
    }

    /** Texts of some formats are values of other types for a rule; one that is not of its format is a text. */
    private static Object text(JsonNode schema, String text) {
        return switch (schema.path("format").asText()) {
            case "date" ->
                Formats.date(text)
                        .<Object>map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .orElse(text);
            case "date-time" ->
                Formats.dateTime(text).<Object>map(moment -> moment).orElse(text);
            case "duration" -> Durations.parse(text).<Object>map(span -> span).orElse(text);
            case "byte" -> Formats.base64(text).<Object>map(CelByteString::of).orElse(text);
            default -> text;
        };
    }

    /** The name under which a rule finds a property, for example {@code __namespace__}. */
    static String escaped(String property) {
        if (RESERVED.contains(property)) {
            return "__" + property + "__";
        }
        return property.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__");
    }

    private static Map<String, Object> map(JsonNode schema, JsonNode value) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String name = entry.getKey();
            boolean property = schema.path("properties").has(name);
            map.put(property ? escaped(name) : name, of(SchemaWalk.member(schema, name), entry.getValue()));
        }
        return map;
    }

    private static List<Object> list(JsonNode items, JsonNode value) {
        List<Object> list = new ArrayList<>();
        value.forEach(item -> list.add(of(items, item)));
        return list;
    }

    private static Object number(JsonNode schema, JsonNode value) {
        boolean whole =
                value.isIntegralNumber() && !schema.path("type").asText().equals("number");
        if (whole) {
            return value.longValue();
        }
        return value.doubleValue();
    }
}
