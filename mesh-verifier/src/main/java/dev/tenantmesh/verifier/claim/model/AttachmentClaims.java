package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.ClosedClaim.Side;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.profile.Attachment;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a remote cluster is attached to its primary and to nobody else, and that the names of namespaces which are in the
 * primary alone are taken in it: whoever could run there would get their identities.
 *
 * @see <a href="https://istio.io/latest/docs/setup/install/multicluster/primary-remote_multi-network/">primary-remote</a>
 */
record AttachmentClaims(MeshScope scope, Placement where, Cluster primary, ControlPlaneGateway gateway) {

    private static final String NETWORK = "topology.istio.io/network";

    /** Of a mesh that is served from another cluster. */
    static List<Claim> of(MeshScope scope) {
        return scope.model().placement().stream()
                .flatMap(where -> where.configuredIn(scope.mesh()).stream()
                        .flatMap(primary -> where.gatewayOf(scope.mesh()).stream()
                                .map(gateway -> new AttachmentClaims(scope, where, primary, gateway))))
                .flatMap(claims -> Stream.concat(Stream.of(claims.attached()), claims.held()))
                .toList();
    }

    private Stream<Claim> held() {
        return where.reserved(scope.mesh()).stream()
                .map(namespace -> new StatedClaim(
                        "name-held/" + namespace,
                        "Namespace " + namespace + " is in cluster " + primary.name()
                                + " alone: here its name is taken, and its pods would get nowhere.",
                        scope.model().origins().of(scope.mesh(), "multiCluster"),
                        evidence -> isHeld(evidence, namespace)));
    }

    /** Whoever gets to the control plane from here is given identities of the namespace. */
    private Judgement isHeld(Evidence evidence, String namespace) {
        Optional<Namespace> found = evidence.verifier().world().namespace(namespace);
        if (found.isEmpty() || !found.get().isDeclared()) {
            return Judgement.broken(List.of("No manifest makes namespace " + namespace + ", so that anybody could."));
        }
        Party.Pods everyPod = ClusterParts.pods(namespace, Map.of(), "namespace " + namespace);
        return new ClosedClaim(
                        "name-held/" + namespace,
                        "",
                        scope.model().origins().of(scope.mesh(), "multiCluster"),
                        everyPod,
                        Side.OUT,
                        Permissions.of(List.of()))
                .judge(evidence);
    }

    private Claim attached() {
        return new StatedClaim(
                "served-from/" + scope.mesh().name(),
                "Mesh " + scope.mesh().name() + " is served here by its control plane in cluster " + primary.name()
                        + ", and by nobody else.",
                scope.model().origins().of(scope.mesh(), "multiCluster"),
                this::judge);
    }

    private Judgement judge(Evidence evidence) {
        String namespace = scope.mesh().controlPlane().namespace();
        Optional<Attachment> attachment = evidence.verifier().policies().meshes().stream()
                .filter(mesh -> mesh.namespace().equals(namespace))
                .filter(mesh -> mesh.name().equals(scope.mesh().controlPlaneOn(scope.platform())))
                .flatMap(mesh -> mesh.attachment().stream())
                .findFirst();
        if (attachment.isEmpty()) {
            return Judgement.broken(
                    List.of(
                            "Nothing in namespace " + namespace
                                    + " stands for the control plane, or another one is there: objects of the primary do not hold here."));
        }
        List<String> reasons = new ArrayList<>();
        differs("The control plane is looked for at", attachment.get().address(), address(), reasons);
        String path = "/inject/cluster/" + where.cluster().name() + "/net/"
                + where.cluster().network();
        differs("Proxies are asked for at", attachment.get().injection(), path, reasons);
        differs(
                "The cluster is called",
                attachment.get().cluster(),
                where.cluster().name(),
                reasons);
        differs("The network is", attachment.get().network(), where.cluster().network(), reasons);
        differs("Certificates and webhooks are kept by", attachment.get().primary(), primary.name(), reasons);
        if (!attachment.get().kept()) {
            reasons.add("The control plane in cluster " + primary.name()
                    + " keeps no certificates and webhooks of other clusters: EXTERNAL_ISTIOD is not 'true'.");
        }
        String label = evidence.verifier()
                .world()
                .namespace(namespace)
                .map(Namespace::labels)
                .map(labels -> labels.getOrDefault(NETWORK, ""))
                .orElse("");
        differs("The network of pods is", label, where.cluster().network(), reasons);
        return Judgement.broken(reasons);
    }

    private String address() {
        return gateway.addresses().get(0).replaceFirst("/.*", "");
    }

    private static void differs(String what, String found, String wanted, List<String> reasons) {
        if (!found.equals(wanted)) {
            reasons.add(what + " '" + found + "', not '" + wanted + "'.");
        }
    }
}
