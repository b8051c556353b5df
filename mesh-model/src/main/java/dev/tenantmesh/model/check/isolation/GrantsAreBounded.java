package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A grant names one peer outside the mesh, its ports and who gets it; nothing in it is open. */
public final class GrantsAreBounded implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        for (Platform platform : model.platforms()) {
            platform.grants().forEach(grant -> {
                check(grant, index, model, problems);
                checkAddresses(grant, platform, model, problems);
            });
        }
        for (Mesh mesh : model.meshes()) {
            for (PeerGrant grant : mesh.grants()) {
                check(grant, index, model, problems);
                model.platforms().forEach(platform -> checkAddresses(grant, platform, model, problems));
            }
        }
    }

    private static void check(PeerGrant grant, MeshIndex index, MeshModel model, Problems problems) {
        checkPeer(grant, model.origins(), problems);
        checkShape(grant, model.origins(), problems);
        checkPorts(grant, model.origins(), problems);
        checkNamespace(grant, index, model, problems);
    }

    private static void checkPeer(PeerGrant grant, Origins origins, Problems problems) {
        PeerGrant.Peer peer = grant.peer();
        if ((peer.namespace() == null) == (peer.cidr() == null)) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    origins.of(peer),
                    "",
                    "The peer of grant '" + grant.name() + "' is neither one namespace nor one address range.",
                    "Write either `namespace:` or `cidr:`.");
        }
        if (peer.cidr() != null && (!peer.podSelector().isEmpty() || peer.service() != null)) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    origins.of(peer),
                    "",
                    "An address range has neither pods nor a Service.",
                    "Remove podSelector and service.");
        }
        if (peer.service() != null && grant.direction() == PeerGrant.Direction.INGRESS) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    origins.of(peer, "service"),
                    peer.service(),
                    "A peer that calls in is not called by its Service.",
                    "Remove `service`.");
        }
    }

    private static void checkShape(PeerGrant grant, Origins origins, Problems problems) {
        if (grant.ports().isEmpty()) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    origins.of(grant, "ports"),
                    "",
                    "Grant '" + grant.name() + "' names no ports.",
                    "List them under `ports`.");
        }
        if (grant.to().isEmpty()) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    origins.of(grant, "to"),
                    "",
                    "Grant '" + grant.name() + "' names no tenants.",
                    "List them under `to`.");
        }
        grant.to().stream()
                .filter(to -> to.workload() != null && to.namespace() == null)
                .forEach(to -> problems.error(
                        ProblemCode.INVALID_GRANT,
                        origins.of(to, "workload"),
                        to.workload(),
                        "A workload is named without its namespace.",
                        "Add `namespace:`."));
    }

    /** A ServiceEntry on a port of the proxy would take the proxy's own listener from it. */
    private static void checkPorts(PeerGrant grant, Origins origins, Problems problems) {
        grant.ports().stream()
                .filter(port -> grant.direction() == PeerGrant.Direction.EGRESS && isOfProxy(port.port()))
                .forEach(port -> problems.error(
                        ProblemCode.PROXY_PORT,
                        origins.of(grant, "ports"),
                        String.valueOf(port.port()),
                        "The ports 15000 to 15099 are the proxy's own.",
                        "Let the peer's Service listen on another port."));
    }

    private static boolean isOfProxy(int port) {
        return port >= 15_000 && port <= 15_099;
    }

    private static void checkAddresses(PeerGrant grant, Platform platform, MeshModel model, Problems problems) {
        platform.inEachCluster().forEach(cluster -> checkCluster(grant, cluster, model.origins(), problems));
    }

    private static void checkCluster(PeerGrant grant, Platform platform, Origins origins, Problems problems) {
        Cidr range =
                Optional.ofNullable(grant.peer().cidr()).flatMap(Cidr::parse).orElse(null);
        if (range == null) {
            return;
        }
        Origin origin = origins.of(grant.peer(), "cidr");
        List<String> cluster = Stream.of(
                        platform.network().podCIDRs(), platform.network().serviceCIDRs())
                .flatMap(List::stream)
                .toList();
        if (range.prefix() == 0) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    origin,
                    range.toString(),
                    "These are all addresses there are.",
                    "Name the addresses of the peer.");
            return;
        }
        if (cluster.isEmpty()) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    origin,
                    range.toString(),
                    "Platform '" + platform.name() + "' lists no addresses of its own, so these could be its pods'.",
                    "The platform team lists podCIDRs and serviceCIDRs under `network`.");
        }
        cluster.stream()
                .filter(ours -> Cidr.parse(ours).filter(range::overlaps).isPresent())
                .forEach(ours -> problems.error(
                        ProblemCode.GRANT_OVERLAPS_CLUSTER,
                        origin,
                        range.toString(),
                        "The range overlaps " + ours + ", the pods or Services of platform '" + platform.name()
                                + "', and network plugins disagree on what that admits.",
                        "Name the peer by namespace, or use addresses outside the cluster."));
    }

    private static void checkNamespace(PeerGrant grant, MeshIndex index, MeshModel model, Problems problems) {
        String namespace = grant.peer().namespace();
        Collection<String> controlPlanes = model.meshes().stream()
                .map(mesh -> mesh.controlPlane().namespace())
                .toList();
        if (namespace != null && (index.member(namespace).isPresent() || controlPlanes.contains(namespace))) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    model.origins().of(grant.peer(), "namespace"),
                    namespace,
                    "The namespace is part of a mesh; a grant is for peers outside.",
                    "Use `allowFrom` and `calls` between tenants.");
        }
    }
}
