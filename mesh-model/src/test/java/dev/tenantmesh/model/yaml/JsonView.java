package dev.tenantmesh.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document as an editor sees it: unquoted text is what YAML 1.2 makes of it.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">core schema</a>
 */
public final class JsonView {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private JsonView() {}

    /** Empty if the document holds what no editor takes for a value, such as an alias. */
    public static Optional<JsonNode> of(Node node) {
        try {
            return Optional.of(json(node));
        } catch (UnsupportedOperationException refused) {
            return Optional.empty();
        }
    }

    private static JsonNode json(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.quoted() ? JSON.textNode(scalar.text()) : plain(scalar);
        }
        if (node instanceof ListNode list) {
            ArrayNode items = JSON.arrayNode();
            list.items().forEach(item -> items.add(json(item)));
            return items;
        }
        if (node instanceof MappingNode mapping && mapping.isComplete()) {
            ObjectNode entries = JSON.objectNode();
            mapping.entries().forEach(entry -> entries.set(entry.key().text(), json(entry.value())));
            return entries;
        }
        throw new UnsupportedOperationException();
    }

    private static JsonNode plain(ScalarNode scalar) {
        String text = scalar.text();
        if (scalar.isNull()) {
            return JSON.nullNode();
        }
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return NUMBER.matcher(text).matches() ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    }
}
