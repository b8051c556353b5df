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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Tells what has to be made by hand, with the names that the manifests refer to: credentials never become manifests.
 *
 * @see <a href="https://istio.io/latest/docs/reference/commands/istioctl/#istioctl-create-remote-secret">istioctl
 *     create-remote-secret</a>
 */
public final class ByHand {

    private static final int API_SERVER_PORT = 6443;

    private ByHand() {}

    /** Tells each of them to whoever runs a control plane here that other clusters have to do with. */
    public static void report(MeshModel model, Target target, Mesh mesh, Problems problems) {
        Map<String, String> commands = new TreeMap<>();
        target.placement()
                .filter(where -> where.eastWest(mesh).isPresent())
                .ifPresent(where -> commands.putAll(amongPrimaries(where, mesh)));
        target.placement()
                .filter(where -> where.role(mesh) == Role.CONTROL)
                .ifPresent(where ->
                        where.gatewayOf(mesh).ifPresent(gateway -> commands.putAll(commands(where, mesh, gateway))));
        String platform = target.placement()
                .map(where -> where.platform().name())
                .orElse(target.platform().name());
        commands.forEach((what, command) -> problems.info(
                ProblemCode.CREDENTIALS_BY_HAND,
                model.origins().of(mesh, "multiCluster"),
                mesh.name(),
                "On platform '" + platform + "' no manifest holds " + what + ".",
                "Run `" + command + "` before the manifests are applied."));
    }

    /** All of them have one root, and an authority each. */
    private static Map<String, String> amongPrimaries(Placement where, Mesh mesh) {
        String here = where.cluster().name();
        String namespace = mesh.controlPlane().namespace();
        Map<String, String> commands = new TreeMap<>();
        where.othersOf(mesh)
                .forEach(other -> commands.put(
                        "the credentials by which cluster '" + here + "' finds endpoints of cluster '" + other.name()
                                + "'",
                        "istioctl create-remote-secret --context=" + other.name() + " --name=" + other.name()
                                + " --istioNamespace=" + namespace + server(other) + " | kubectl apply --context="
                                + here
                                + " --namespace=" + namespace + " -f -"));
        commands.put(
                "the authority of cluster '" + here + "', from the root of the mesh",
                secret(here, namespace, "generic cacerts")
                        + " --from-file=ca-cert.pem --from-file=ca-key.pem --from-file=root-cert.pem"
                        + " --from-file=cert-chain.pem");
        return commands;
    }

    private static Map<String, String> commands(Placement where, Mesh mesh, ControlPlaneGateway gateway) {
        ControlPlane plane = mesh.controlPlane();
        String here = where.cluster().name();
        Cluster members = where.clustersOf(mesh).get(0);
        String revision = mesh.controlPlaneOn(where.platform());
        String account = revision.equals("default") ? "istiod" : "istiod-" + revision;
        return Map.of(
                "the credentials by which the control plane watches cluster '" + members.name() + "'",
                "istioctl create-remote-secret --context=" + members.name() + " --type=config --namespace="
                        + plane.namespace() + " --service-account=" + account + " --create-service-account=false"
                        + server(members) + " | kubectl apply --context=" + here + " -f -",
                "the authority that signs its members",
                secret(here, plane.namespace(), "generic cacerts")
                        + " --from-file=ca-cert.pem --from-file=ca-key.pem --from-file=root-cert.pem"
                        + " --from-file=cert-chain.pem",
                "the certificate of the gateway before it, for " + gateway.host(),
                secret(here, gateway.namespace(), "tls " + gateway.credentialName()) + " --cert=tls.crt --key=tls.key",
                "the root by which that gateway verifies the control plane",
                secret(here, gateway.namespace(), "generic " + gateway.caCredentialName())
                        + " --from-file=ca.crt=root-cert.pem");
    }

    private static String server(Cluster cluster) {
        return cluster.apiServer() == null
                ? ""
                : " --server=https://" + cluster.apiServer() + ":"
                        + Objects.requireNonNullElse(cluster.apiServerPort(), API_SERVER_PORT);
    }

    private static String secret(String context, String namespace, String what) {
        return "kubectl create secret --context=" + context + " --namespace=" + namespace + " " + what;
    }
}
