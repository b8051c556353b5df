package dev.tenantmesh.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema of mesh documents, from which editors complete, explain and check while somebody types. It is as
 * strict as the reader about keys, types and values; what depends on other documents only the reader can tell.
 *
 * @see <a href="https://json-schema.org/draft-07">draft 7, which editors know best</a>
 */
public final class MeshSchema {

    /** What the file is usually called. */
    public static final String FILE_NAME = "tenantmesh.dev-v1.schema.json";

    private static final String ID = "\"$id\" : \"https://tenantmesh.dev/schemas/v1.json\"";

    private MeshSchema() {}

    /** The text of the schema. */
    public static String text() {
        try (InputStream in = MeshSchema.class.getResourceAsStream(FILE_NAME)) {
            if (in == null) {
                throw new IllegalStateException("Built without " + FILE_NAME);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text is this schema in some release: a file that holds it may be replaced by a newer one. */
    public static boolean isOne(String text) {
        return text.lines().limit(5).anyMatch(line -> line.contains(ID));
    }
}
