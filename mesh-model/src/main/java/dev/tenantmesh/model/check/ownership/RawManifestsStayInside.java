package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.raw.RawKinds;
import dev.tenantmesh.model.raw.RawManifest;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tenant adds harmless objects to its own namespaces; nobody adds a credential, or an object twice. */
public final class RawManifestsStayInside implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Map<String, RawManifest> known = new HashMap<>();
        for (RawManifest manifest : model.manifests()) {
            RawManifest first = known.putIfAbsent(manifest.identity(), manifest);
            if (first != null) {
                problems.error(
                        ProblemCode.DUPLICATE_NAME,
                        manifest.origin("metadata", "name"),
                        manifest.name(),
                        "The same " + manifest.kind() + " stands at " + first.origin("metadata", "name") + ".",
                        "Keep one of them.");
            }
            checkCredentials(manifest, problems);
            if (manifest.owner() instanceof Tenant tenant) {
                checkNamespace(manifest, tenant, problems);
                checkKind(manifest, problems);
            } else if (manifest.namespace().isEmpty() && RawKinds.isNamespaced(manifest)) {
                problems.error(
                        ProblemCode.MANIFEST_MALFORMED,
                        manifest.origin("metadata", "name"),
                        manifest.kind() + " " + manifest.name(),
                        "The object names no namespace, and would be put anywhere.",
                        "Add `namespace: ...` to its metadata.");
            }
        }
    }

    private static void checkCredentials(RawManifest manifest, Problems problems) {
        if (manifest.kind().equals("Secret") && manifest.group().isEmpty()) {
            for (String key : List.of("data", "stringData")) {
                if (manifest.body().containsKey(key)) {
                    refuse(
                            manifest.origin(key),
                            "Secret " + manifest.name(),
                            "Its " + key + " would be a credential in a repository.",
                            "Let the cluster fetch it, such as with an ExternalSecret.",
                            problems);
                }
            }
        }
    }

    private static void checkNamespace(RawManifest manifest, Tenant tenant, Problems problems) {
        List<String> own =
                tenant.namespaces().stream().map(TenantNamespace::name).toList();
        if (!own.contains(manifest.namespace())) {
            boolean missing = manifest.namespace().isEmpty();
            refuse(
                    manifest.origin("metadata", missing ? "name" : "namespace"),
                    manifest.namespace(),
                    missing
                            ? "The object names no namespace, and would be put anywhere."
                            : "This is not a namespace of tenant '" + tenant.name() + "'.",
                    "Write one of its namespaces: " + String.join(", ", own) + ".",
                    problems);
        }
    }

    private static void checkKind(RawManifest manifest, Problems problems) {
        String why = RawKinds.dangerOf(manifest)
                .map(danger -> "A tenant may not add this kind: " + danger + ".")
                .orElse("It is not known whether this kind is harmless, nor whether it is of the whole cluster.");
        if (!RawKinds.isHarmless(manifest)) {
            String written = manifest.apiVersion() + " " + manifest.kind();
            String fix = "Remove it, or have the platform team take it in under the Mesh's `manifests`.";
            refuse(manifest.origin("kind"), written, why, fix, problems);
        } else if (manifest.kind().equals("Service")
                && manifest.body().get("spec") instanceof Map<?, ?> spec
                && spec.containsKey("externalIPs")) {
            refuse(
                    manifest.origin("spec", "externalIPs"),
                    "externalIPs",
                    "A Service with external addresses takes the traffic of the whole cluster to them.",
                    "Remove them.",
                    problems);
        }
    }

    private static void refuse(Origin origin, String written, String why, String fix, Problems problems) {
        problems.error(ProblemCode.MANIFEST_NOT_ALLOWED, origin, written, why, fix);
    }
}
