package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which proxy a pod gets, as the injection webhooks decide it from labels of the namespace and of the pod.
 *
 * @see <a href="https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy">Controlling the injection policy</a>
 */
public final class EnrollmentRules {

    private static final String INJECTION = "istio-injection";
    private static final String REVISION = "istio.io/rev";

    /** A member that its own mesh does not inject any more, as on the way to the next product. */
    private static final String IGNORED = "maistra.io/ignore-namespace";

    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String TEMPLATES = "inject.istio.io/templates";
    private static final String MODE = "istio.io/dataplane-mode";
    private static final Set<String> NEVER =
            Set.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");

    private final List<MeshSettings> meshes;
    private final Map<String, MeshSettings> members;

    /**
     * @param meshes every control plane of the cluster
     * @param members of meshes that namespaces join by a roll: which mesh each is in
     */
    public EnrollmentRules(List<MeshSettings> meshes, Map<String, MeshSettings> members) {
        this.meshes = List.copyOf(meshes);
        this.members = Map.copyOf(members);
    }

    /** What stands in front of a pod. */
    public Enrollment of(Pod pod) {
        Namespace namespace = pod.namespace();
        if (pod.hostNetwork()) {
            return none("pods on the host network never get a proxy");
        }
        if (NEVER.contains(namespace.name())) {
            return none("namespace " + namespace.name() + " is never injected");
        }
        if (pod.labels().containsKey(Pod.MANAGED_GATEWAY)) {
            return managed(pod);
        }
        MeshSettings member = members.get(namespace.name());
        boolean left = namespace.labels().containsKey(IGNORED);
        Enrollment sidecar = member == null || left ? byLabels(pod, namespace) : byRoll(pod, namespace, member);
        return sidecar.isEnrolled() ? sidecar : ambient(pod, namespace).orElse(sidecar);
    }

    private static Enrollment none(String because) {
        return new Enrollment(DataPlane.NONE, Optional.empty(), because);
    }

    /** A gateway that a control plane made is its own, whatever its namespace says. */
    private Enrollment managed(Pod pod) {
        List<MeshSettings> known =
                meshes.stream().filter(mesh -> mesh.product() == Product.ISTIO).toList();
        String because = "istiod makes the pods of the Gateway";
        return known.size() == 1
                ? injected(pod, known.get(0), because)
                : byRevision(pod, pod.labels().getOrDefault(REVISION, "default"), because);
    }

    private Enrollment byRoll(Pod pod, Namespace namespace, MeshSettings mesh) {
        if ("disabled".equals(namespace.labels().get(INJECTION))) {
            return none("namespace " + namespace.name() + " says istio-injection: disabled");
        }
        String label = pod.labels().getOrDefault(INJECT, pod.annotations().getOrDefault(INJECT, ""));
        return label.equals("true")
                ? injected(pod, mesh, "the pod asks for a proxy and its namespace is a member of " + mesh.name())
                : none("the pod does not ask for a proxy by sidecar.istio.io/inject");
    }

    private Enrollment byLabels(Pod pod, Namespace namespace) {
        String injection = namespace.labels().get(INJECTION);
        String revision = namespace.labels().get(REVISION);
        String ownRevision = pod.labels().get(REVISION);
        if (optsOut(pod)) {
            return none("the pod says sidecar.istio.io/inject: \"false\"");
        }
        if ("disabled".equals(injection)) {
            return none("namespace " + namespace.name() + " says istio-injection: disabled");
        }
        if ("enabled".equals(injection)) {
            return byRevision(pod, "default", "namespace " + namespace.name() + " says istio-injection: enabled");
        }
        if (injection == null && revision != null) {
            return byRevision(pod, revision, "namespace " + namespace.name() + " says istio.io/rev: " + revision);
        }
        if (injection == null && ownRevision != null) {
            return byRevision(pod, ownRevision, "the pod itself says istio.io/rev: " + ownRevision);
        }
        return injection == null && "true".equals(pod.labels().get(INJECT))
                ? byRevision(pod, "default", "the pod itself says sidecar.istio.io/inject: \"true\"")
                : none("neither namespace " + namespace.name() + " nor the pod asks for a proxy");
    }

    /** The label wins; only to opt out the older annotation still counts. */
    private static boolean optsOut(Pod pod) {
        String label = pod.labels().get(INJECT);
        return "false".equals(label == null ? pod.annotations().get(INJECT) : label);
    }

    private Enrollment byRevision(Pod pod, String revision, String because) {
        Optional<MeshSettings> mesh = meshes.stream()
                .filter(known -> known.product() == Product.ISTIO)
                .filter(known -> known.revision().equals(revision) || (revision.equals("default") && known.isDefault()))
                .findFirst();
        return mesh.isPresent()
                ? injected(pod, mesh.get(), because)
                : none(because + ", but no control plane of that revision is known");
    }

    private static Enrollment injected(Pod pod, MeshSettings mesh, String because) {
        boolean gateway = isGateway(pod);
        return new Enrollment(
                gateway ? DataPlane.GATEWAY : DataPlane.SIDECAR,
                Optional.of(mesh),
                gateway ? because + " and the pod is a gateway" : because);
    }

    /** Whether a pod asks to be a gateway itself. */
    public static boolean isGateway(Pod pod) {
        return pod.labels().containsKey(Pod.MANAGED_GATEWAY)
                || List.of(pod.annotations().getOrDefault(TEMPLATES, "").split(","))
                        .contains("gateway");
    }

    private Optional<Enrollment> ambient(Pod pod, Namespace namespace) {
        String own = pod.labels().get(MODE);
        String mode = own == null ? namespace.labels().get(MODE) : own;
        String because = (own == null ? "namespace " + namespace.name() : "the pod itself")
                + " says istio.io/dataplane-mode: ambient";
        return "ambient".equals(mode)
                ? Optional.of(
                        ofNodes()
                                .map(mesh -> new Enrollment(DataPlane.AMBIENT, Optional.of(mesh), because))
                                .orElseGet(
                                        () -> none(
                                                because
                                                        + ", but no manifest says which of several control planes the proxies of nodes follow")))
                : Optional.empty();
    }

    /** The control plane that the proxies of nodes follow: the one that they name, or else the only one that may be meant. */
    private Optional<MeshSettings> ofNodes() {
        List<MeshSettings> all =
                meshes.stream().filter(mesh -> mesh.product() == Product.ISTIO).toList();
        return Stream.<Predicate<MeshSettings>>of(
                        mesh -> mesh.nodes().followed(),
                        mesh -> mesh.nodes().tunnels().isCertain(),
                        mesh -> true)
                .map(meant -> all.stream().filter(meant).toList())
                .filter(meant -> !meant.isEmpty())
                .findFirst()
                .filter(meant -> meant.size() == 1)
                .map(meant -> meant.get(0));
    }
}
