package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.select.Satisfying;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Namespaces that the documents leave to somebody else to make, and that are therefore in no manifest: they are taken to
 * follow their mesh, and whoever reads a proof is told so.
 */
public final class AssumedNamespaces {

    private AssumedNamespaces() {}

    /** The namespaces, with the labels that they are taken to carry. */
    public static List<Namespace> of(MeshModel model, Platform platform, MeshVerifier verifier) {
        List<Namespace> assumed = new ArrayList<>();
        for (Tenant tenant : model.tenants()) {
            Optional<MeshSettings> mesh = model.mesh(tenant.mesh()).flatMap(found -> settings(found, verifier));
            for (TenantNamespace namespace : tenant.namespaces()) {
                boolean declared = verifier.world()
                        .namespace(namespace.name())
                        .filter(Namespace::isDeclared)
                        .isPresent();
                if (!declared && (!model.renders(tenant) || namespace.managed() != TenantNamespace.Manage.CREATE)) {
                    mesh.ifPresent(followed -> assumed.add(Namespace.of(
                            namespace.name(),
                            labels(followed, isAmbient(model, platform, tenant, namespace), namespace),
                            model.origins().of(namespace, "name"))));
                }
            }
        }
        return assumed;
    }

    /** By which it gets proxies, and by which its control plane reads its policies. */
    private static Map<String, String> labels(MeshSettings mesh, boolean ambient, TenantNamespace namespace) {
        Map<String, String> labels =
                new TreeMap<>(ambient ? Map.of("istio.io/dataplane-mode", "ambient") : mesh.joiningLabels());
        if (namespace.waypoint() != null) {
            labels.put(Waypoint.USE, namespace.waypoint().name());
        }
        mesh.visibility().discovery().stream()
                .limit(1)
                .flatMap(selector -> Satisfying.all(List.of(selector)).stream())
                .forEach(labels::putAll);
        labels.remove(Namespace.NAME_LABEL);
        return labels;
    }

    private static boolean isAmbient(MeshModel model, Platform platform, Tenant tenant, TenantNamespace namespace) {
        return model.mesh(tenant.mesh())
                .filter(mesh -> new EffectiveSettings(platform, mesh).dataPlane(namespace) == DataPlane.AMBIENT)
                .isPresent();
    }

    private static Optional<MeshSettings> settings(Mesh mesh, MeshVerifier verifier) {
        return verifier.policies().meshes().stream()
                .filter(known -> known.namespace().equals(mesh.controlPlane().namespace()))
                .findFirst();
    }

    /** The same manifests with these namespaces. */
    public static MeshVerifier assuming(MeshModel model, Platform platform, MeshVerifier verifier) {
        return verifier.with(verifier.world().with(of(model, platform, verifier)));
    }

    /** What is assumed of them, one sentence each. */
    public static List<String> sentences(MeshModel model, Platform platform, MeshVerifier verifier) {
        return of(model, platform, verifier).stream()
                .map(namespace -> "Namespace " + namespace.name() + " is made by somebody else and follows its mesh"
                        + labels(namespace) + ".")
                .toList();
    }

    private static String labels(Namespace namespace) {
        Map<String, String> own = new TreeMap<>(namespace.labels());
        own.remove(Namespace.NAME_LABEL);
        return own.isEmpty() ? "" : " by " + own;
    }
}
