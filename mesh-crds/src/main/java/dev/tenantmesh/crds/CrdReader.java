package dev.tenantmesh.crds;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.schema.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a CustomResourceDefinition.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/">CustomResourceDefinition</a>
 */
public final class CrdReader {

    private static final KindName DEFINITION = new KindName("apiextensions.k8s.io/v1", "CustomResourceDefinition");

    private final JsonNode spec;
    private final List<CrdVersion> versions = new ArrayList<>();
    private final List<Refusal> objections = new ArrayList<>();

    private CrdReader(JsonNode spec) {
        this.spec = spec;
    }

    /**
     * What a definition defines.
     *
     * @param versions the versions that can be used
     * @param objections why there are no others
     */
    public record Result(List<CrdVersion> versions, List<Refusal> objections) {}

    /** Reads one definition. */
    public static Result read(JsonNode definition) {
        CrdReader reader = new CrdReader(definition.path("spec"));
        KindName name = KindName.of(definition);
        if (!name.equals(DEFINITION)) {
            reader.objection("/kind", name.toString(), "This is no " + DEFINITION + ".");
        } else if (reader.text("/group").isEmpty() || reader.text("/names/kind").isEmpty()) {
            reader.objection("/spec", "", "The definition does not say which group and kind it defines.");
        } else {
            reader.readVersions();
        }
        return new Result(List.copyOf(reader.versions), List.copyOf(reader.objections));
    }

    private void readVersions() {
        JsonNode written = spec.path("versions");
        if (written.isEmpty()) {
            objection("/spec", "", "The definition has no versions.");
        }
        for (int index = 0; index < written.size(); index++) {
            String place = "/spec/versions/" + index;
            JsonNode version = written.path(index);
            JsonNode schema = version.at("/schema/openAPIV3Schema");
            String name = version.path("name").asText();
            if (name.isEmpty() || !schema.isObject()) {
                objection(place, name, "The version has no name or no schema.");
            } else {
                KindName kind = new KindName(text("/group") + "/" + name, text("/names/kind"));
                boolean namespaced = text("/scope").equals("Namespaced");
                boolean served = version.path("served").asBoolean();
                JsonPointer at = JsonPointer.compile(place + "/schema/openAPIV3Schema");
                versions.add(new CrdVersion(kind, namespaced, served, schema, at));
            }
        }
    }

    private String text(String place) {
        return spec.at(place).asText();
    }

    private void objection(String place, String written, String why) {
        objections.add(new Refusal(Refusal.Kind.NOT_CHECKED, JsonPointer.compile(place), written, why, List.of()));
    }
}
