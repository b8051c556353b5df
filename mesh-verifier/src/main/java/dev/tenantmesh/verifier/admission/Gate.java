package dev.tenantmesh.verifier.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.crds.admission.AdmissionAnswer;
import dev.tenantmesh.crds.admission.AdmissionPolicies;
import dev.tenantmesh.crds.admission.AdmissionRequest;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.schema.JsonTrees;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The admission policies of some manifests. Whether one refuses an object is found out by asking it about that object: a
 * policy is not understood as a whole, and what it says of other objects is not known.
 */
public final class Gate {

    private static final String GROUP = "admissionregistration.k8s.io";
    private static final Map<String, String> PLURALS = Map.of(
            "AuthorizationPolicy", "authorizationpolicies",
            "Gateway", "gateways",
            "NetworkPolicy", "networkpolicies",
            "ServiceEntry", "serviceentries",
            "WorkloadEntry", "workloadentries");

    private final AdmissionPolicies policies;
    private final World world;
    private final Set<String> doubts = new ConcurrentSkipListSet<>();

    public Gate(Manifests manifests, World world) {
        this.policies = new AdmissionPolicies(
                objects(manifests, "ValidatingAdmissionPolicy"),
                objects(manifests, "ValidatingAdmissionPolicyBinding"));
        this.world = world;
    }

    private static List<JsonNode> objects(Manifests manifests, String kind) {
        return manifests
                .of(GROUP, kind)
                .map(JsonTrees::of)
                .<JsonNode>map(node -> node)
                .toList();
    }

    /** What could not be found out, one sentence each. */
    public Set<String> doubts() {
        return new TreeSet<>(doubts);
    }

    /** Whether a new object may be stored. */
    public boolean admits(Writer writer, Manifest object) {
        return admits(writer, "CREATE", resource(object, ""), JsonTrees.of(object), null);
    }

    /** Whether an object may become another. */
    public boolean admits(Writer writer, Manifest before, Manifest after, String subresource) {
        return admits(writer, "UPDATE", resource(after, subresource), JsonTrees.of(after), JsonTrees.of(before));
    }

    /** Whether an object may be taken away. */
    public boolean admitsRemoval(Writer writer, Manifest object) {
        return admits(writer, "DELETE", resource(object, ""), null, JsonTrees.of(object));
    }

    private boolean admits(
            Writer writer,
            String operation,
            AdmissionRequest.Resource resource,
            @Nullable JsonNode object,
            @Nullable JsonNode old) {
        boolean cluster = resource.name().equals("namespaces");
        AdmissionAnswer answer = policies.ask(new AdmissionRequest(
                operation, resource, writer.user(), object, old, cluster ? null : home(writer.namespace())));
        doubts.addAll(answer.unknown());
        return !answer.isRefused();
    }

    private static AdmissionRequest.Resource resource(Manifest object, String subresource) {
        String kind = object.kind();
        String plural = PLURALS.getOrDefault(kind, kind.toLowerCase(Locale.ROOT) + "s");
        return new AdmissionRequest.Resource(object.group(), object.version(), plural, subresource);
    }

    private JsonNode home(String name) {
        ObjectNode namespace = JsonNodeFactory.instance.objectNode().put("kind", "Namespace");
        ObjectNode labels = namespace.putObject("metadata").put("name", name).putObject("labels");
        world.namespace(name)
                .map(Namespace::labels)
                .orElse(Namespace.of(name, Map.of(), null).labels())
                .forEach(labels::put);
        return namespace;
    }

    /** An object that somebody could write. */
    static Manifest written(String source, String text) {
        return ManifestLoader.read(source, text, new dev.tenantmesh.model.problem.Problems())
                .all()
                .get(0);
    }
}
