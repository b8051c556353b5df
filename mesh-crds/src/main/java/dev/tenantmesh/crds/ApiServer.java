package dev.tenantmesh.crds;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.schema.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells what an API server that has some CustomResourceDefinitions would say against a manifest.
 *
 * <p>Unknown fields are refused, like kubectl does it ({@code fieldValidation=Strict}). For NetworkPolicy the API
 * server's own rules apply. Of other kinds that no definition defines only the metadata is checked. Webhooks are not
 * asked.
 *
 * @param schemas the kinds it has definitions of
 * @param refused versions that it does not serve though a definition says so, for example {@code security.istio.io/v1}
 */
public record ApiServer(CrdSchemas schemas, Set<String> refused) {

    public ApiServer {
        refused = Set.copyOf(refused);
    }

    /** A server that serves all that its definitions say. */
    public static ApiServer of(List<CrdVersion> versions) {
        return new ApiServer(new CrdSchemas(versions), Set.of());
    }

    /** The same server, but one that does not yet serve these versions. */
    public ApiServer without(String... apiVersions) {
        return new ApiServer(schemas, Set.of(apiVersions));
    }

    /** Whether more than the metadata of a kind is checked. */
    public boolean describes(KindName name) {
        return name.equals(NetworkPolicyRules.NAME) || schemas.defines(name);
    }

    /** What is to be said against an object, nothing if it would be accepted. */
    public List<Refusal> check(JsonNode object) {
        List<Refusal> all = new ArrayList<>(MetadataRules.check(object));
        KindName name = KindName.of(object);
        if (name.equals(NetworkPolicyRules.NAME)) {
            all.addAll(NetworkPolicyRules.check(object));
        } else if (!schemas.defines(name)) {
            all.addAll(undefined(name));
        } else if (refused.contains(name.apiVersion()) || schemas.served(name).isEmpty()) {
            all.add(unserved(name));
        } else {
            schemas.served(name).ifPresent(version -> all.addAll(version.check(object)));
        }
        return all;
    }

    private Refusal unserved(KindName name) {
        List<String> served = schemas.servedVersions(name).stream()
                .filter(version -> !refused.contains(version))
                .toList();
        return new Refusal(
                Refusal.Kind.VERSION,
                JsonPointer.compile("/apiVersion"),
                name.apiVersion(),
                "This version of " + name.kind() + " is not served.",
                served);
    }

    /** Folders of definitions need not be complete, so that an unknown kind of a known group may be none. */
    private List<Refusal> undefined(KindName name) {
        List<String> kinds = schemas.kinds(name.group());
        String why = "Other kinds of " + name.group() + " are defined, and this one is not.";
        return kinds.isEmpty()
                ? List.of()
                : List.of(new Refusal(
                        Refusal.Kind.DISPUTED_VALUE, JsonPointer.compile("/kind"), name.kind(), why, kinds));
    }
}
