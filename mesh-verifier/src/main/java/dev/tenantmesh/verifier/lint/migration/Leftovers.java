package dev.tenantmesh.verifier.lint.migration;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.load.Sequence;
import dev.tenantmesh.verifier.load.Value;
import dev.tenantmesh.verifier.world.PodTemplates;
import java.util.regex.Pattern;

/**
 * What counts in OpenShift Service Mesh 2 and is nothing to 3: selectors by labels that only the old operator writes, pods
 * that ask for the old plugin or in the old way, and objects that the old product makes or reads. It is asked about before
 * a move, and about nothing else.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/red_hat_openshift_service_mesh/3.0/html/migrating_from_service_mesh_2_to_service_mesh_3/before-migrating">Before migrating</a>
 */
public final class Leftovers {

    private static final String MEMBER_OF = "maistra.io/member-of";
    private static final String EXPOSE = "maistra.io/expose-route";
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";
    private static final Pattern OLD_PLUGIN = Pattern.compile("(.*[^-\\w])?v\\d-\\d-istio-cni([^-\\w].*)?");

    private final Problems problems;

    private Leftovers(Problems problems) {
        this.problems = problems;
    }

    /** Reports everything that a move would leave behind. */
    public static void check(Manifests manifests, Problems problems) {
        Leftovers leftovers = new Leftovers(problems);
        for (Manifest manifest : manifests.all()) {
            leftovers.memberOf(manifest, manifest.body());
            leftovers.made(manifest);
            PodTemplates.of(manifest).ifPresent(template -> leftovers.pod(manifest, template.at("metadata")));
            if (manifest.kind().equals("Pod") && manifest.group().isEmpty()) {
                leftovers.pod(manifest, manifest.body().at("metadata"));
            }
        }
        manifests
                .of("maistra.io", "ServiceMeshControlPlane")
                .forEach(plane -> ControlPlaneReady.check(plane, problems));
    }

    /** As the key of a label to match, or the {@code key} of an expression. */
    private void memberOf(Manifest manifest, Value value) {
        if (value instanceof Sequence list) {
            list.items().forEach(item -> memberOf(manifest, item));
        } else if (value instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                boolean matches = key.equals("matchLabels")
                        && entry.value() instanceof Mapping labels
                        && labels.entries().containsKey(MEMBER_OF);
                boolean expression = key.equals("key")
                        && entry.value() instanceof Scalar scalar
                        && scalar.text().equals(MEMBER_OF);
                if (matches || expression) {
                    left(
                            entry.key(),
                            manifest,
                            "It selects namespaces by " + MEMBER_OF
                                    + ", a label that the old operator takes away when a namespace leaves its mesh: then it"
                                    + " selects nobody any more.",
                            "Select by kubernetes.io/metadata.name, or by a label of your own.");
                }
                memberOf(manifest, entry.value());
            });
        }
    }

    private void made(Manifest manifest) {
        if (manifest.labels().getOrDefault("maistra.io/generated-by", "").equals("ior")) {
            left(
                    manifest.origin(),
                    manifest,
                    "The old control plane made this Route of a Gateway, and takes it away when it goes; 3 makes none.",
                    "Write the Route yourself, under another name, before the move.");
        }
        if (manifest.group().equals("federation.maistra.io")) {
            left(
                    manifest.origin(),
                    manifest,
                    "There is no such federation in 3.",
                    "Move to the multi-cluster topologies of Istio first.");
        }
        if (manifest.kind().equals("Namespace") && manifest.labels().containsKey("istio-injection")) {
            left(
                    manifest.body().at("metadata", "labels").originOf("istio-injection"),
                    manifest,
                    "To 3 this label says more than istio.io/rev, by which the namespace is to follow its new mesh.",
                    "Remove it when the namespace moves.");
        }
    }

    private void pod(Manifest manifest, Mapping metadata) {
        Mapping annotations = metadata.at("annotations");
        if (annotations.text(INJECT).equals("true")
                && metadata.at("labels").text(INJECT).isEmpty()) {
            left(
                    annotations.originOf(INJECT),
                    manifest,
                    "The annotation asks the old webhook for a proxy; 3 reads the label of this name only.",
                    "Write it as a label, too, or rely on the label of the namespace.");
        }
        if (OLD_PLUGIN.matcher(annotations.text(NETWORKS)).matches()) {
            left(
                    annotations.originOf(NETWORKS),
                    manifest,
                    "It names the network of the old CNI plugin; without it, a pod does not start.",
                    "Remove the annotation: the webhook of 3 adds its own.");
        }
        if (metadata.at("labels").text(EXPOSE).equals("true")) {
            left(
                    metadata.at("labels").originOf(EXPOSE),
                    manifest,
                    "Only the old operator opens pods with this label to the router.",
                    "Open the port to the router by a NetworkPolicy of your own, if it is to stay open.");
        }
    }

    private void left(Origin origin, Manifest manifest, String why, String fix) {
        problems.warning(ProblemCode.LEFT_BEHIND, origin, manifest.identity(), why, fix);
    }
}
