package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.NodeProxies;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds which control plane serves proxies of nodes, and which one they follow: a cluster has one installation of them,
 * a ZTunnel of the Sail operator or the ztunnel chart.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/install/helm/">installing ambient</a>
 */
final class ZtunnelReader {

    private static final String ISTIO_SYSTEM = "istio-system";
    private static final String AMBIENT = "ambient";

    private ZtunnelReader() {}

    /** What a control plane's own values say of proxies of nodes. */
    static NodeProxies proxies(String profile, Mapping values) {
        boolean hbone = values.at("meshConfig", "defaultConfig", "proxyMetadata")
                        .text("ISTIO_META_ENABLE_HBONE")
                        .equals("true")
                && values.at("pilot", "env").text("PILOT_ENABLE_AMBIENT").equals("true");
        Truth tunnels = profile.endsWith(AMBIENT) || hbone ? Truth.YES : Truth.MAYBE;
        return new NodeProxies(tunnels, false, values.at("pilot").text("trustedZtunnelNamespace"), "");
    }

    /** The same control planes; one that ztunnel follows says so. */
    static List<MeshSettings> followed(Manifests manifests, List<MeshSettings> meshes) {
        return Stream.concat(
                        manifests.of("sailoperator.io", "ZTunnel").map(ZtunnelReader::sail),
                        manifests.others().stream().flatMap(values -> chart(values).stream()))
                .findFirst()
                .map(installed -> meshes.stream()
                        .map(mesh ->
                                installed.follows(mesh) ? mesh.with(mesh.nodes().followedIn(installed.home())) : mesh)
                        .toList())
                .orElse(meshes);
    }

    /**
     * An installation of ztunnel.
     *
     * @param home its namespace; empty: it is not said
     * @param mesh the name of its control plane; empty: its place says which one it is
     * @param namespace where that runs
     * @param revision its revision; empty: whichever
     */
    private record Installed(String home, String mesh, String namespace, String revision) {

        boolean follows(MeshSettings settings) {
            return mesh.isEmpty()
                    ? settings.namespace().equals(namespace)
                            && (revision.isEmpty() || settings.revision().equals(revision))
                    : settings.name().equals(mesh);
        }
    }

    private static Installed sail(Manifest manifest) {
        Mapping spec = manifest.body().at("spec");
        Mapping values = spec.at("values", "ztunnel");
        String namespace = values.text("istioNamespace");
        return new Installed(
                spec.text("namespace").isEmpty() ? "ztunnel" : spec.text("namespace"),
                refersToIstio(spec) ? spec.at("targetRef").text("name") : "",
                namespace.isEmpty() ? ISTIO_SYSTEM : namespace,
                values.text("revision"));
    }

    /** A reference of another kind is refused, so that ztunnel is not set up at all. */
    private static boolean refersToIstio(Mapping spec) {
        return spec.at("targetRef").text("kind").equals("Istio");
    }

    /** Values that name a control plane's namespace and configure none are those of the ztunnel chart. */
    private static Optional<Installed> chart(Mapping values) {
        String namespace = values.text("istioNamespace");
        return namespace.isEmpty() || values.get("meshConfig") != null
                ? Optional.empty()
                : Optional.of(new Installed("", "", namespace, values.text("revision")));
    }
}
