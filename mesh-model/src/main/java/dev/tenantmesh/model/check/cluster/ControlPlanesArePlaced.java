package dev.tenantmesh.model.check.cluster;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MultiCluster;
import dev.tenantmesh.model.mesh.MultiCluster.Topology;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.List;
import java.util.stream.Collectors;

/** On a platform of several clusters every mesh says where its control planes run, and they can run there. */
public final class ControlPlanesArePlaced implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            model.platforms().stream()
                    .filter(platform -> !platform.clusters().isEmpty())
                    .forEach(platform -> new Check(model, mesh, platform, problems).run());
        }
    }

    private record Check(MeshModel model, Mesh mesh, Platform platform, Problems problems) {

        void run() {
            Placement anywhere =
                    new Placement(model, platform, platform.clusters().get(0));
            List<Cluster> members = anywhere.clustersOf(mesh);
            String names = members.stream().map(Cluster::name).collect(Collectors.joining(", "));
            MultiCluster multi = mesh.multiCluster();
            Origin origin = model.origins().of(mesh, mesh.clusters().isEmpty() ? "name" : "clusters");
            if (members.isEmpty()) {
                problems.error(
                        ProblemCode.CONTROL_PLANE_UNPLACED,
                        origin,
                        mesh.name(),
                        "On platform '" + platform.name() + "' the mesh has no cluster for its members.",
                        "Name one of the platform's under `clusters`; a control cluster holds none.");
            } else if (members.size() > 1 && multi == null) {
                problems.error(
                        ProblemCode.CONTROL_PLANE_UNPLACED,
                        origin,
                        names,
                        "Control planes in several clusters are not known to each other by themselves.",
                        "Keep the mesh to one cluster by `clusters`, or say how they are laid out by `multiCluster`.");
            } else if (multi != null && multi.topology() != Topology.EXTERNAL) {
                apart(members, multi);
                if (multi.primaryCluster() != null && multi.topology() == Topology.PRIMARY_REMOTE) {
                    primary(anywhere, multi, multi.primaryCluster());
                }
            } else if (members.size() > 1) {
                problems.error(
                        ProblemCode.CONTROL_PLANE_UNPLACED,
                        origin,
                        names,
                        "An external control plane reads policies from one cluster only, so that those of the others"
                                + " would count for nothing.",
                        "Name one cluster under `clusters`, and make a mesh for each of the others.");
            } else {
                controlled(anywhere);
            }
        }

        /** Pods of one network would have to be let in by their addresses, which is wider than who they are. */
        private void apart(List<Cluster> members, MultiCluster multi) {
            for (int i = 0; i < members.size(); i++) {
                Cluster cluster = members.get(i);
                boolean seen = multi.eastWest() != null
                        || multi.topology() == Topology.MULTI_PRIMARY
                        || !cluster.name().equals(multi.primaryCluster());
                if (members.size() > 1 && cluster.egressCIDRs().isEmpty() && seen) {
                    problems.error(
                            ProblemCode.MISSING_KEY,
                            model.origins().of(cluster),
                            "",
                            "Nothing says the addresses by which other networks see its pods.",
                            "Add `egressCIDRs`.");
                }
                members.subList(0, i).stream()
                        .filter(other -> other.network().equals(cluster.network()))
                        .forEach(other -> refuse(
                                cluster,
                                "network",
                                cluster.network(),
                                "On platform '" + platform.name() + "' mesh '" + mesh.name()
                                        + "' has members in cluster '"
                                        + other.name() + "' of the same network; between these no gateway stands that"
                                        + " lets through exported Services alone.",
                                "Call the networks differently: then its members meet at the gateways."));
            }
        }

        /** The primary holds what closes the members of all clusters, so that it has all of their namespaces. */
        private void primary(Placement anywhere, MultiCluster multi, String name) {
            Cluster primary = platform.cluster(name)
                    .filter(anywhere.clustersOf(mesh)::contains)
                    .orElse(null);
            if (primary == null) {
                refuse(
                        multi,
                        "primaryCluster",
                        name,
                        "On platform '" + platform.name() + "' the mesh has no members in such a cluster.",
                        "Name one of the platform's clusters that the mesh is in.");
                return;
            }
            anywhere.clustersOf(mesh).stream()
                    .filter(cluster -> !cluster.equals(primary))
                    .forEach(cluster -> comesIn(multi, cluster));
            model.tenantsOf(mesh).stream()
                    .flatMap(tenant -> tenant.namespaces().stream())
                    .filter(namespace -> isAway(anywhere, namespace, primary))
                    .forEach(namespace -> refuse(
                            namespace,
                            "clusters",
                            String.join(", ", namespace.clusters()),
                            "The control plane in cluster '" + name
                                    + "' reads what closes this namespace from its own cluster, which has none of this name.",
                            "Add '" + name
                                    + "': the namespace is closed there as well, whether anybody runs in it or not."));
        }

        /** By the addresses at which pods of a remote cluster are seen, which the gateway has to let in. */
        private void comesIn(MultiCluster multi, Cluster remote) {
            ControlPlaneGateway gateway = multi.gateway();
            if (gateway == null) {
                return;
            }
            List<Cidr> admitted = gateway.sourceRanges().stream()
                    .flatMap(range -> Cidr.parse(range).stream())
                    .toList();
            remote.egressCIDRs().stream()
                    .filter(cidr -> Cidr.parse(cidr)
                            .filter(pods -> admitted.stream().noneMatch(range -> range.contains(pods)))
                            .isPresent())
                    .forEach(cidr -> refuse(
                            gateway,
                            "sourceRanges",
                            String.join(", ", gateway.sourceRanges()),
                            "Pods of cluster '" + remote.name() + "' are seen at " + cidr
                                    + ", and would not get to their control plane.",
                            "Add its `egressCIDRs`, and the addresses by which its API servers are seen."));
        }

        private boolean isAway(Placement anywhere, TenantNamespace namespace, Cluster primary) {
            return !namespace.clusters().isEmpty()
                    && !namespace.clusters().contains(primary.name())
                    && anywhere.clustersOf(mesh).stream()
                            .anyMatch(cluster -> namespace.clusters().contains(cluster.name()));
        }

        /** What a platform of several clusters must have for a control plane apart from its members. */
        private void controlled(Placement anywhere) {
            MultiCluster multi = mesh.multiCluster();
            if (multi == null || multi.controlCluster() == null || multi.gateway() == null) {
                return;
            }
            ControlPlaneGateway gateway = multi.gateway();
            anywhere.controlCluster(mesh)
                    .ifPresentOrElse(
                            cluster -> proxies(gateway, cluster),
                            () -> refuse(
                                    multi,
                                    "controlCluster",
                                    String.valueOf(multi.controlCluster()),
                                    "Platform '" + platform.name() + "' has no such cluster.",
                                    "Give its cluster for control planes the same name."));
        }

        private void proxies(ControlPlaneGateway gateway, Cluster cluster) {
            String name = String.valueOf(gateway.mesh());
            model.mesh(name)
                    .filter(other -> new Placement(model, platform, cluster).role(other) != Role.PRIMARY)
                    .ifPresent(other -> refuse(
                            gateway,
                            "mesh",
                            name,
                            "On platform '" + platform.name() + "' that mesh has no proxies in cluster '"
                                    + cluster.name() + "'.",
                            "Name a mesh whose control plane and members are in that cluster."));
        }

        private void refuse(Record record, String key, String written, String why, String fix) {
            problems.error(ProblemCode.CONTROL_PLANE_UNPLACED, model.origins().of(record, key), written, why, fix);
        }
    }
}
