package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.load.Sequence;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.profile.NodeProxies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds control planes and what they are set to: Istio resources of the Sail operator, ServiceMeshControlPlanes,
 * rendered charts (their ConfigMap), and values for the istiod chart.
 */
public final class ControlPlaneReader {

    private static final String ISTIO_SYSTEM = "istio-system";
    private static final String CLUSTER_LOCAL = "cluster.local";

    private final Manifests manifests;
    private final VisibilitySettingsReader visibility;

    private ControlPlaneReader(Manifests manifests, Problems problems) {
        this.manifests = manifests;
        this.visibility = new VisibilitySettingsReader(problems);
    }

    /** Every control plane; none where no manifest makes one. */
    public static List<MeshSettings> controlPlanes(Manifests manifests, Problems problems) {
        return new ControlPlaneReader(manifests, problems).all();
    }

    private List<MeshSettings> all() {
        List<MeshSettings> all = new ArrayList<>();
        manifests
                .of("sailoperator.io", "Istio")
                .filter(istio -> !ServedElsewhere.is(istio))
                .map(this::sail)
                .forEach(all::add);
        manifests
                .of("sailoperator.io", "IstioRevision")
                .filter(revision -> !ServedElsewhere.is(revision))
                .filter(revision -> all.stream().noneMatch(mesh -> mesh.name().equals(revision.name())))
                .map(this::sail)
                .toList()
                .forEach(all::add);
        manifests.of("maistra.io", "ServiceMeshControlPlane").map(this::maistra).forEach(all::add);
        manifests
                .of("", "ConfigMap")
                .filter(map -> map.name().equals("istio") || map.name().startsWith("istio-"))
                .forEach(map -> chart(map).ifPresent(all::add));
        manifests.others().forEach(values -> values(values).ifPresent(all::add));
        return ZtunnelReader.followed(
                manifests, all.stream().map(this::attached).distinct().toList());
    }

    /** A cluster that has something to stand for a control plane is attached to it. */
    private MeshSettings attached(MeshSettings mesh) {
        return ServedElsewhere.in(manifests).stream()
                .filter(remote -> remote.revision().equals(mesh.name())
                        && remote.namespace().equals(mesh.namespace()))
                .findFirst()
                .map(remote -> mesh.with(remote.attachment(manifests)))
                .orElse(mesh);
    }

    private MeshSettings sail(Manifest manifest) {
        Mapping spec = manifest.body().at("spec");
        Mapping meshConfig = spec.at("values", "meshConfig");
        String namespace = or(spec.text("namespace"), ISTIO_SYSTEM);
        return new MeshSettings(
                manifest.name(),
                manifest.name(),
                Product.ISTIO,
                namespace,
                or(meshConfig.text("rootNamespace"), namespace),
                or(meshConfig.text("trustDomain"), CLUSTER_LOCAL),
                texts(meshConfig, "trustDomainAliases"),
                visibility.ofMeshConfig(meshConfig),
                ZtunnelReader.proxies(spec.text("profile"), spec.at("values")));
    }

    private MeshSettings maistra(Manifest manifest) {
        Mapping trust = manifest.body().at("spec", "security", "trust");
        return new MeshSettings(
                manifest.name(),
                manifest.name(),
                Product.MAISTRA,
                manifest.namespace(),
                manifest.namespace(),
                or(trust.text("domain"), CLUSTER_LOCAL),
                texts(trust, "additionalDomains"),
                visibility.ofMaistra(manifest.body().at("spec")),
                NodeProxies.UNKNOWN);
    }

    /** The ConfigMap of a rendered istiod chart, which holds a document of its own. */
    private Optional<MeshSettings> chart(Manifest manifest) {
        String text = manifest.body().at("data").text("mesh");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Mapping> inner = ManifestLoader.read(manifest.origin().source(), text, new Problems())
                .others();
        String revision = manifest.name().replaceFirst("^istio-?", "");
        return inner.stream()
                .findFirst()
                .map(meshConfig ->
                        settings(manifest.namespace(), revision.isEmpty() ? "default" : revision, meshConfig));
    }

    private Optional<MeshSettings> values(Mapping values) {
        if (values.get("meshConfig") == null || ServedElsewhere.is(values)) {
            return Optional.empty();
        }
        String namespace = or(values.at("global").text("istioNamespace"), ISTIO_SYSTEM);
        return Optional.of(settings(namespace, or(values.text("revision"), "default"), values.at("meshConfig"))
                .with(ZtunnelReader.proxies(values.text("profile"), values)));
    }

    private MeshSettings settings(String namespace, String revision, Mapping meshConfig) {
        return new MeshSettings(
                revision,
                revision,
                Product.ISTIO,
                namespace,
                or(meshConfig.text("rootNamespace"), namespace),
                or(meshConfig.text("trustDomain"), CLUSTER_LOCAL),
                texts(meshConfig, "trustDomainAliases"),
                visibility.ofMeshConfig(meshConfig),
                NodeProxies.UNKNOWN);
    }

    /** Which namespaces are in a mesh by a roll or a membership of their own. */
    public static Map<String, MeshSettings> members(Manifests manifests, List<MeshSettings> meshes) {
        Map<String, MeshSettings> members = new TreeMap<>();
        manifests
                .of("maistra.io", "ServiceMeshMemberRoll")
                .forEach(roll -> texts(roll.body().at("spec"), "members")
                        .forEach(member ->
                                maistraOf(meshes, roll.namespace()).ifPresent(mesh -> members.put(member, mesh))));
        manifests
                .of("maistra.io", "ServiceMeshMember")
                .forEach(member -> maistraOf(
                                meshes,
                                member.body().at("spec", "controlPlaneRef").text("namespace"))
                        .ifPresent(mesh -> members.put(member.namespace(), mesh)));
        return members;
    }

    private static Optional<MeshSettings> maistraOf(List<MeshSettings> meshes, String namespace) {
        return meshes.stream()
                .filter(mesh -> mesh.product() == Product.MAISTRA
                        && mesh.rootNamespace().equals(namespace))
                .findFirst();
    }

    private static List<String> texts(Mapping mapping, String key) {
        return mapping.get(key) instanceof Sequence sequence
                ? sequence.items().stream()
                        .filter(Scalar.class::isInstance)
                        .map(item -> ((Scalar) item).text())
                        .toList()
                : List.of();
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
