package dev.tenantmesh.verifier.schema;

import dev.tenantmesh.crds.ApiServer;
import dev.tenantmesh.crds.KindName;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says what an API server would refuse, without asking one: the schema of each kind that a definition defines, its
 * rules, the API server's own rules for NetworkPolicy, and those for the metadata of all objects. Webhooks, such as
 * Istio's own, are not asked.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation">Field validation</a>
 */
public final class SchemaChecks {

    private final Definitions definitions;

    private SchemaChecks(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Checks by some definitions.
     *
     * @param definitions what {@link dev.tenantmesh.verifier.load.ManifestLoader} read from a folder of them
     * @param problems takes what cannot be used
     */
    public static SchemaChecks of(Manifests definitions, Problems problems) {
        return new SchemaChecks(Definitions.read(definitions, problems));
    }

    /** The same, but versions such as {@code security.istio.io/v1} are not served though a definition says so. */
    public SchemaChecks without(String... apiVersions) {
        ApiServer server = definitions.server().without(apiVersions);
        return new SchemaChecks(new Definitions(server, definitions.origins()));
    }

    /** Reports what would be refused, and of which kinds only the metadata could be checked. */
    public void check(Manifests manifests, Problems problems) {
        List<Manifest> undescribed = new ArrayList<>();
        SortedSet<String> used = new TreeSet<>();
        for (Manifest manifest : manifests.all()) {
            KindName name = name(manifest);
            definitions
                    .server()
                    .check(JsonTrees.of(manifest))
                    .forEach(refusal -> Objections.object(manifest, refusal, problems));
            if (!definitions.server().describes(name)) {
                undescribed.add(manifest);
            } else if (used.add(name.toString())) {
                definitions.reportNotChecked(name, problems);
            }
        }
        reportUndescribed(undescribed, problems);
    }

    private static void reportUndescribed(List<Manifest> manifests, Problems problems) {
        if (manifests.isEmpty()) {
            return;
        }
        SortedSet<String> kinds = new TreeSet<>();
        manifests.forEach(manifest -> kinds.add(manifest.kind()));
        problems.info(
                ProblemCode.SCHEMA_NOT_CHECKED,
                manifests.get(0).origin(),
                "",
                "Of " + manifests.size() + " objects only the metadata was checked, since no definition describes their"
                        + " kinds: " + String.join(", ", kinds) + ".",
                "Nothing to do for kinds that are built in; for others, add their definitions.");
    }

    private static KindName name(Manifest manifest) {
        String apiVersion =
                manifest.group().isEmpty() ? manifest.version() : manifest.group() + "/" + manifest.version();
        return new KindName(apiVersion, manifest.kind());
    }
}
