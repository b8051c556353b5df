package dev.tenantmesh.crds.history;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.KindName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says what of an object a release of Istio does not know yet, because a later one brought it.
 *
 * @see <a href="https://istio.io/latest/news/releases/">what changed in each release</a>
 */
public final class IstioHistory {

    private static final int FIRST_V1 = 22;

    /** Of security.istio.io these alone were served as v1 before all the others. */
    private static final Map<String, Integer> EARLIER_V1 =
            Map.of("AuthorizationPolicy", 18, "RequestAuthentication", 18);

    private static final Map<String, Integer> KINDS = Map.of("TrafficExtension", 30);

    private final int istio;
    private final String kind;
    private final List<Newer> found = new ArrayList<>();

    private IstioHistory(int istio, String kind) {
        this.istio = istio;
        this.kind = kind;
    }

    /**
     * Something that came later.
     *
     * @param pointer where it is written
     * @param what the name of the field, the value or the API version
     * @param istio the minor version of Istio 1 that brought it
     */
    public record Newer(JsonPointer pointer, String what, int istio) {}

    /**
     * What of an object came after a release; nothing for kinds that are not Istio's.
     *
     * @param istio the minor version of Istio 1
     */
    public static List<Newer> newerThan(int istio, JsonNode object) {
        KindName name = KindName.of(object);
        if (!name.group().endsWith(".istio.io")) {
            return List.of();
        }
        IstioHistory history = new IstioHistory(istio, name.kind());
        history.version(name);
        history.fields(object.path("spec"), JsonPointer.compile("/spec"), List.of("spec"));
        return history.found;
    }

    private void version(KindName name) {
        int kindSince = KINDS.getOrDefault(kind, 0);
        int versionSince = name.apiVersion().endsWith("/v1") ? EARLIER_V1.getOrDefault(kind, FIRST_V1) : 0;
        int since = Math.max(kindSince, versionSince);
        if (since > istio) {
            found.add(new Newer(JsonPointer.compile("/apiVersion"), name.apiVersion() + " " + kind, since));
        }
    }

    private void fields(JsonNode node, JsonPointer pointer, List<String> path) {
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                fields(node.get(index), pointer.appendIndex(index), path);
            }
        }
        node.properties().forEach(field -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(field.getKey());
            JsonPointer place = pointer.appendProperty(field.getKey());
            Novelties.ALL.stream()
                    .filter(novelty ->
                            novelty.istio() > istio && novelty.kinds().contains(kind))
                    .filter(novelty -> novelty.isAt(deeper))
                    .filter(novelty -> novelty.value() == null
                            || novelty.value().equals(field.getValue().asText()))
                    .forEach(novelty -> found.add(new Newer(
                            place, novelty.value() == null ? field.getKey() : novelty.value(), novelty.istio())));
            fields(field.getValue(), place, deeper);
        });
    }
}
