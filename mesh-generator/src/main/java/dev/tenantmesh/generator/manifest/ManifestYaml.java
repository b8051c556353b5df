package dev.tenantmesh.generator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenantmesh.model.problem.Printable;
import java.util.stream.Collectors;

/**
 * The only place where YAML text is made. It looks like kubectl's, with quotes wherever a string might be read as
 * something else. Jackson says what an object holds, our printer writes it, so that no library's next version changes
 * committed files, and SnakeYAML reads every text back before it is handed out.
 */
public final class ManifestYaml {

    private static final ObjectMapper JSON = FieldOrder.applyTo(
                    JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS))
            .build();

    private ManifestYaml() {}

    /**
     * One document: the header's lines as comments, then the object (fields in their own order, maps sorted), ending in
     * exactly one {@code \n}.
     *
     * @throws IllegalStateException if the text would not read back as the object
     */
    public static String write(String header, Object objectOrMap) {
        return write(header, tree(objectOrMap));
    }

    /** The same for what an object says. */
    static String write(String header, JsonNode tree) {
        String text = comment(header) + YamlPrinter.print(tree);
        ReadBack.firstDifference(tree, text).ifPresent(difference -> {
            throw new IllegalStateException(difference);
        });
        return text;
    }

    /** What an object says, as every reader of its text must see it. */
    static JsonNode tree(Object objectOrMap) {
        return JSON.valueToTree(objectOrMap);
    }

    private static String comment(String header) {
        return header.lines()
                .map(line -> ("# " + Printable.of(line)).strip() + "\n")
                .collect(Collectors.joining());
    }
}
