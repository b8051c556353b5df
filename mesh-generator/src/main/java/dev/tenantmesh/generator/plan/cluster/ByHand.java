package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells what has to be made by hand, with the names that the manifests refer to: credentials never become manifests.
 *
 * @see <a href="https://istio.io/latest/docs/reference/commands/istioctl/#istioctl-create-remote-secret">istioctl
 *     create-remote-secret</a>
 */
public final class ByHand {

    private static final int API_SERVER_PORT = 6443;

    private ByHand() {}

    /**
     * One thing to do.
     *
     * @param what what no manifest holds
     * @param command what makes it
     * @param when when it can be done, and has to be
     */
    private record Task(String what, String command, String when) {

        /** A Secret, in a namespace that has to be there and before anything that runs in it. */
        static Task secret(String what, String context, String namespace, String secret) {
            return new Task(
                    what,
                    "kubectl create secret --context=" + context + " --namespace=" + namespace + " " + secret,
                    "as soon as the namespace is there, before anything runs in it");
        }

        /** The authority that a control plane signs with. */
        static Task authority(String what, String context, String namespace) {
            return secret(
                    what,
                    context,
                    namespace,
                    "generic cacerts --from-file=ca-cert.pem --from-file=ca-key.pem --from-file=root-cert.pem"
                            + " --from-file=cert-chain.pem");
        }
    }

    /** Tells each of them to whoever runs a control plane here that other clusters have to do with. */
    public static void report(MeshModel model, Target target, Mesh mesh, Problems problems) {
        List<Task> tasks = new ArrayList<>();
        target.placement()
                .filter(where -> where.eastWest(mesh).isPresent())
                .filter(where -> where.primary(mesh).isEmpty())
                .ifPresent(where -> tasks.addAll(amongPrimaries(where, mesh)));
        target.placement()
                .filter(where -> where.role(mesh) == Role.PRIMARY && where.servesOthers(mesh))
                .ifPresent(where -> tasks.addAll(watching(where, mesh)));
        target.placement()
                .filter(where -> where.role(mesh) == Role.CONTROL)
                .ifPresent(
                        where -> where.gatewayOf(mesh).ifPresent(gateway -> tasks.addAll(tasks(where, mesh, gateway))));
        tasks.forEach(task -> problems.info(
                ProblemCode.CREDENTIALS_BY_HAND,
                model.origins().of(mesh, "multiCluster"),
                mesh.name(),
                "On platform '" + target.platform().document() + "' no manifest holds " + task.what() + ".",
                "Run `" + task.command() + "` " + task.when() + "."));
    }

    /** All of them have one root, and an authority each. */
    private static List<Task> amongPrimaries(Placement where, Mesh mesh) {
        String here = where.cluster().name();
        String namespace = mesh.controlPlane().namespace();
        List<Task> tasks = watching(where, mesh);
        tasks.add(
                Task.authority("the authority of cluster '" + here + "', from the root of the mesh", here, namespace));
        return tasks;
    }

    /** By these a control plane here knows the other clusters; a primary keeps certificates and webhooks there as well. */
    private static List<Task> watching(Placement where, Mesh mesh) {
        String here = where.cluster().name();
        String namespace = mesh.controlPlane().namespace();
        List<Task> tasks = new ArrayList<>();
        where.othersOf(mesh)
                .forEach(other -> tasks.add(new Task(
                        "the credentials by which cluster '" + here + "' finds endpoints of cluster '" + other.name()
                                + "'",
                        "istioctl create-remote-secret --context=" + other.name() + " --name=" + other.name()
                                + " --istioNamespace=" + namespace + server(other) + " | kubectl apply --context="
                                + here
                                + " --namespace=" + namespace + " -f -",
                        "when the manifests of both clusters are applied")));
        return tasks;
    }

    private static List<Task> tasks(Placement where, Mesh mesh, ControlPlaneGateway gateway) {
        ControlPlane plane = mesh.controlPlane();
        String here = where.cluster().name();
        Cluster members = where.clustersOf(mesh).get(0);
        String revision = mesh.controlPlaneOn(where.platform());
        String account = revision.equals("default") ? "istiod" : "istiod-" + revision;
        return List.of(
                new Task(
                        "the credentials by which the control plane watches cluster '" + members.name() + "'",
                        "istioctl create-remote-secret --context=" + members.name() + " --type=config --namespace="
                                + plane.namespace() + " --service-account=" + account
                                + " --create-service-account=false" + server(members) + " | kubectl apply --context="
                                + here + " -f -",
                        "when the manifests of cluster '" + members.name()
                                + "' are applied, which make the account, and before the control plane starts"),
                Task.authority("the authority that signs its members", here, plane.namespace()),
                Task.secret(
                        "the certificate of the gateway before it, for " + gateway.host(),
                        here,
                        gateway.namespace(),
                        "tls " + gateway.credentialName() + " --cert=tls.crt --key=tls.key"),
                Task.secret(
                        "the root by which that gateway verifies the control plane",
                        here,
                        gateway.namespace(),
                        "generic " + gateway.caCredentialName() + " --from-file=ca.crt=root-cert.pem"));
    }

    private static String server(Cluster cluster) {
        return cluster.apiServer() == null
                ? ""
                : " --server=https://" + cluster.apiServer() + ":"
                        + Objects.requireNonNullElse(cluster.apiServerPort(), API_SERVER_PORT);
    }
}
