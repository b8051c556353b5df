package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The labels by which pods and namespaces ask to be in a mesh. Whether they get in is for the rules of enrollment to
 * say; these are the ways worth trying.
 *
 * @see <a href="https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy">Controlling the injection policy</a>
 */
final class Joining {

    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String REVISION = "istio.io/rev";

    private Joining() {}

    /** Pods of a namespace that nobody declared, each asking in a way of its own. */
    static Stream<Pod> askedBy(Namespace namespace, List<MeshSettings> meshes) {
        return ofPod(meshes).map(labels -> Pod.possible(namespace, labels, Map.of()));
    }

    /** The labels by which a pod asks. */
    static Stream<Map<String, String>> ofPod(List<MeshSettings> meshes) {
        Stream<Map<String, String>> revisions = meshes.stream()
                .filter(mesh -> mesh.product() == Product.ISTIO && !mesh.isDefault())
                .map(mesh -> Map.of(REVISION, mesh.revision()));
        return Stream.concat(Stream.of(Map.of(INJECT, "true")), revisions);
    }

    /** The labels by which a namespace asks; into a mesh with a member roll none leads. */
    static Stream<Map<String, String>> ofNamespace(List<MeshSettings> meshes) {
        return meshes.stream().filter(mesh -> mesh.product() == Product.ISTIO).map(MeshSettings::joiningLabels);
    }

    /** Labels that were chosen for another reason, with those by which one asks. */
    static Map<String, String> with(Map<String, String> labels, Map<String, String> asking) {
        Map<String, String> all = new TreeMap<>(asking);
        all.putAll(labels);
        return all;
    }
}
