package dev.tenantmesh.generator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * Prints a tree as kubectl does: block style, lists flush with their key, lines never folded. Uses only what every YAML
 * reader agrees on: no anchors, tags, single quotes or rare escapes.
 */
final class YamlPrinter {

    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();

    private YamlPrinter() {}

    /** The text of a tree, ending in one line break. */
    static String print(JsonNode tree) {
        YamlPrinter printer = new YamlPrinter();
        if (isNested(tree)) {
            printer.nested(tree, 0);
        } else {
            printer.scalar(tree, 0);
        }
        return printer.out.toString();
    }

    private static boolean isNested(JsonNode node) {
        return node.isContainerNode() && !node.isEmpty();
    }

    /** Prints from where the line stands, which for the first entry is already indented. */
    private void nested(JsonNode node, int indent) {
        if (node.isObject()) {
            mapping(node, indent);
        } else {
            sequence(node, indent);
        }
    }

    private void mapping(JsonNode map, int indent) {
        boolean first = true;
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            indent(first ? 0 : indent);
            text(entry.getKey());
            out.append(':');
            valueOf(entry.getValue(), indent);
            first = false;
        }
    }

    private void valueOf(JsonNode value, int indent) {
        if (isNested(value)) {
            int inner = value.isObject() ? indent + STEP : indent;
            out.append('\n');
            indent(inner);
            nested(value, inner);
        } else {
            out.append(' ');
            scalar(value, indent);
        }
    }

    private void sequence(JsonNode list, int indent) {
        boolean first = true;
        for (JsonNode item : list) {
            indent(first ? 0 : indent);
            out.append("- ");
            if (isNested(item)) {
                nested(item, indent + STEP);
            } else {
                scalar(item, indent);
            }
            first = false;
        }
    }

    private void scalar(JsonNode value, int indent) {
        switch (value.getNodeType()) {
            case ARRAY -> out.append("[]");
            case OBJECT -> out.append("{}");
            case STRING -> string(value.textValue(), indent);
            case BOOLEAN, NUMBER, NULL, BINARY, MISSING, POJO -> out.append(value.asText());
        }
        out.append('\n');
    }

    private void string(String text, int indent) {
        if (PlainText.isBlock(text)) {
            block(text, indent + STEP);
        } else {
            text(text);
        }
    }

    private void block(String text, int indent) {
        out.append(text.endsWith("\n") ? "|" : "|-");
        for (String line : PlainText.lines(text)) {
            out.append('\n');
            indent(line.isEmpty() ? 0 : indent);
            out.append(line);
        }
    }

    private void text(String text) {
        if (PlainText.isWord(text)) {
            out.append(text);
        } else {
            out.append('"');
            text.codePoints().forEach(this::quoted);
            out.append('"');
        }
    }

    private void quoted(int point) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isReadable(point)) {
                    out.appendCodePoint(point);
                } else {
                    out.append(String.format(Locale.ROOT, point > 0xffff ? "\\U%08x" : "\\u%04x", point));
                }
            }
        }
    }

    /** ASCII, Latin to Cyrillic, kana, Han, Hangul: by number, so that no Java's idea of Unicode changes the bytes. */
    private static boolean isReadable(int point) {
        return (point >= ' ' && point <= '~')
                || (point > 0xa0 && point < 0x530 && point != 0xad)
                || (point > 0x3040 && point < 0x3100)
                || (point >= 0x4e00 && point < 0xa000)
                || (point >= 0xac00 && point < 0xd7a4);
    }

    private void indent(int columns) {
        out.append(" ".repeat(columns));
    }
}
