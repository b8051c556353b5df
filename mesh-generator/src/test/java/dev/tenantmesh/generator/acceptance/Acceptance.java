package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells what an API server that has some CustomResourceDefinitions would say against a manifest.
 *
 * <p>Unknown fields are refused, like kubectl does it ({@code fieldValidation=Strict}). For NetworkPolicy the API
 * server's own rules apply. Of other kinds that no definition describes only the metadata is checked, and
 * {@link #unknownKind} is among the messages, so that the caller can allow it. Webhooks are not asked.
 */
public final class Acceptance {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CrdSchemas schemas;
    private final Set<String> refused;

    private Acceptance(CrdSchemas schemas, Set<String> refused) {
        this.schemas = schemas;
        this.refused = refused;
    }

    /** An API server with the definitions of these sub-folders, for example {@code istio-1.30}. */
    public static Acceptance forFolders(Path crds, String... folders) {
        return new Acceptance(CrdSchemas.ofFolders(crds, folders), Set.of());
    }

    /** The same server, but one that does not yet serve these versions, for example {@code security.istio.io/v1}. */
    public Acceptance without(String... apiVersions) {
        return new Acceptance(schemas, Set.of(apiVersions));
    }

    /** The message about a kind that neither a definition nor this check describes. */
    public static String unknownKind(String apiVersion, String kind) {
        return "/kind: unknown kind " + new KindName(apiVersion, kind);
    }

    /**
     * What is to be said against an object, nothing if it would be accepted.
     *
     * @param manifest a map, a {@link JsonNode} or any object that Jackson can write
     * @return messages that begin with the JSON pointer of their place
     */
    public List<String> check(Object manifest) {
        JsonNode object = JSON.valueToTree(manifest);
        return Stream.concat(MetadataRules.check(object).stream(), kindRules(object).stream())
                .toList();
    }

    /** The rules of the definitions that could not be compiled and so are not evaluated. */
    public List<String> notCompiled() {
        return schemas.notCompiled();
    }

    private List<String> kindRules(JsonNode object) {
        KindName name = KindName.of(object);
        if (name.equals(NetworkPolicySchema.V1.name())) {
            return NetworkPolicySchema.V1.check(object);
        }
        if (refused.contains(name.apiVersion())) {
            return List.of("/apiVersion: " + name.apiVersion() + " is not served");
        }
        return schemas.served(name).map(version -> version.check(object)).orElseGet(() -> List.of(unserved(name)));
    }

    private String unserved(KindName name) {
        if (!schemas.knowsGroup(name.group())) {
            return unknownKind(name.apiVersion(), name.kind());
        }
        return "/apiVersion: " + name + " is not served, only " + schemas.servedVersions(name);
    }
}
