package dev.tenantmesh.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantmesh.model.export.Export;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Tenant;
import java.time.LocalDate;

/**
 * Writes what was built in Java as the mesh documents a team could have written by hand. Reading the text gives equal
 * records. Every string is quoted, or a block where it has lines, so that no reader takes one for something else.
 */
public final class MeshYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build();

    private MeshYaml() {}

    /** A Platform document. */
    public static String write(Platform platform) {
        return document("Platform", platform);
    }

    /** A Mesh document. */
    public static String write(Mesh mesh) {
        return document("Mesh", mesh);
    }

    /** A Tenant document. */
    public static String write(Tenant tenant) {
        return document("Tenant", tenant);
    }

    /** An Export document. */
    public static String write(Export export) {
        return document("Export", export.tenant());
    }

    private static String document(String kind, Record record) {
        ObjectNode document = YAML.createObjectNode();
        document.put("apiVersion", ModelReader.API_VERSION).put("kind", kind);
        document.setAll((ObjectNode) YAML.valueToTree(record));
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record that cannot be written: " + kind, e);
        }
    }
}
