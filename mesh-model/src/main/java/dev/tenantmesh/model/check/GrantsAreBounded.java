package dev.tenantmesh.model.check;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A grant names one peer outside the mesh, its ports and who gets it; nothing in it is open. */
final class GrantsAreBounded implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        Stream.concat(
                        model.platforms().stream().flatMap(platform -> platform.grants().stream()),
                        model.meshes().stream().flatMap(mesh -> mesh.grants().stream()))
                .forEach(grant -> {
                    checkShape(grant, model.origins(), problems);
                    checkAddresses(grant, model, problems);
                    checkNamespace(grant, index, model, problems);
                });
    }

    private static void checkShape(PeerGrant grant, Origins origins, Problems problems) {
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
        if (grant.ports().isEmpty() || grant.to().isEmpty()) {
            problems.error(
                    ProblemCode.INVALID_GRANT,
                    origins.of(grant),
                    grant.name(),
                    "The grant names no " + (grant.ports().isEmpty() ? "ports" : "tenants") + ".",
                    "List them under `" + (grant.ports().isEmpty() ? "ports" : "to") + "`.");
        }
        grant.to().stream()
                .filter(to -> to.workload() != null && to.namespace() == null)
                .forEach(to -> problems.error(
                        ProblemCode.INVALID_GRANT,
                        origins.of(to),
                        to.tenant(),
                        "A workload is named without its namespace.",
                        "Add `namespace:`."));
    }

    private static void checkAddresses(PeerGrant grant, MeshModel model, Problems problems) {
        Optional<Cidr> range = Optional.ofNullable(grant.peer().cidr()).flatMap(Cidr::parse);
        if (range.isEmpty()) {
            return;
        }
        for (Platform platform : model.platforms()) {
            Stream.of(platform.network().podCIDRs(), platform.network().serviceCIDRs())
                    .flatMap(List::stream)
                    .map(Cidr::parse)
                    .flatMap(Optional::stream)
                    .filter(cluster -> cluster.overlaps(range.get()))
                    .forEach(cluster -> problems.error(
                            ProblemCode.GRANT_OVERLAPS_CLUSTER,
                            model.origins().of(grant.peer(), "cidr"),
                            range.get().toString(),
                            "The range overlaps " + cluster + ", the pods or Services of platform '" + platform.name()
                                    + "', and network plugins disagree on what that admits.",
                            "Name the peer by namespace, or use addresses outside the cluster."));
        }
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
