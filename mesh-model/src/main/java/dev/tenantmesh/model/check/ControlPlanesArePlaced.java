package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MultiCluster;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import java.util.stream.Collectors;

/**
 * On a platform of several clusters every mesh says where its control planes run, and has all that its topology needs.
 */
final class ControlPlanesArePlaced implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            Check check = new Check(model, mesh, problems);
            if (mesh.multiCluster() != null) {
                check.complete(mesh.multiCluster());
            }
            model.platforms().stream()
                    .filter(platform -> !platform.clusters().isEmpty())
                    .forEach(check::placed);
        }
    }

    private record Check(MeshModel model, Mesh mesh, Problems problems) {

        /** What a topology needs, whatever the platform. */
        void complete(MultiCluster multi) {
            if (!mesh.controlPlane().isGenerated()) {
                refuse(
                        mesh.controlPlane(),
                        "provision",
                        "existing",
                        "What a control plane for other clusters is set to decides whether they get one at all.",
                        "Have it generated, or leave `multiCluster` out.");
            }
            switch (multi.topology()) {
                case EXTERNAL -> external(multi);
                case MULTI_PRIMARY -> multiPrimary(multi);
            }
        }

        private void external(MultiCluster multi) {
            if (multi.controlCluster() == null) {
                missing(multi, "controlCluster", "the cluster that runs the control plane");
            }
            if (multi.eastWest() != null) {
                refuse(
                        multi,
                        "eastWest",
                        multi.eastWest().name(),
                        "The members of an external control plane are in one cluster, so that nobody comes from another.",
                        "Remove it.");
            }
            ControlPlaneGateway gateway = multi.gateway();
            if (gateway == null) {
                missing(multi, "gateway", "how the other cluster comes to the control plane");
                return;
            }
            if (gateway.addresses().isEmpty()) {
                missing(gateway, "addresses", "the addresses that proxies are let out to");
            }
            if (gateway.sourceRanges().isEmpty()) {
                missing(gateway, "sourceRanges", "the addresses by which the other cluster is seen");
            }
            proxies(gateway);
            new GatewayNamespaces(model, mesh, problems).standsApart(gateway, gateway.namespace());
        }

        private void multiPrimary(MultiCluster multi) {
            if (multi.controlCluster() != null || multi.gateway() != null) {
                refuse(
                        multi,
                        multi.gateway() == null ? "controlCluster" : "gateway",
                        mesh.name(),
                        "Every cluster has a control plane of its own, so that none is before those of others.",
                        "Remove it, or write `topology: external`.");
            }
            EastWestGateway gateway = multi.eastWest();
            if (gateway == null) {
                missing(multi, "eastWest", "how members of one network come to those of another");
                return;
            }
            new GatewayNamespaces(model, mesh, problems).standsApart(gateway, gateway.namespace());
            gateway.addresses()
                    .forEach(address -> new ClustersAreDistinct.Check(model, problems)
                            .name(address.cluster(), model.origins().of(address, "cluster")));
        }

        private void missing(Record record, String key, String what) {
            problems.error(
                    ProblemCode.MISSING_KEY,
                    model.origins().of(record),
                    "",
                    "Nothing says " + what + ".",
                    "Add `" + key + "`.");
        }

        private void proxies(ControlPlaneGateway gateway) {
            if (gateway.mesh().equals(mesh.name())) {
                refuse(
                        gateway,
                        "mesh",
                        gateway.mesh(),
                        "A gateway of this mesh could only start once its control plane is reached through it.",
                        "Name another mesh, whose control plane and members are in the control cluster.");
            } else if (model.mesh(gateway.mesh()).isEmpty()) {
                problems.error(
                        ProblemCode.UNKNOWN_REFERENCE,
                        model.origins().of(gateway, "mesh"),
                        gateway.mesh(),
                        "There is no mesh of this name.",
                        Hint.near(
                                gateway.mesh(),
                                model.meshes().stream().map(Mesh::name).toList()));
            }
        }

        void placed(Platform platform) {
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
            } else if (multi != null && multi.topology() == MultiCluster.Topology.MULTI_PRIMARY) {
                apart(platform, members);
            } else if (members.size() > 1) {
                problems.error(
                        ProblemCode.CONTROL_PLANE_UNPLACED,
                        origin,
                        names,
                        "An external control plane reads policies from one cluster only, so that those of the others"
                                + " would count for nothing.",
                        "Name one cluster under `clusters`, and make a mesh for each of the others.");
            } else {
                controlled(platform, anywhere);
            }
        }

        /** Pods of one network would have to be let in by their addresses, which is wider than who they are. */
        private void apart(Platform platform, List<Cluster> members) {
            for (int i = 0; i < members.size(); i++) {
                Cluster cluster = members.get(i);
                if (members.size() > 1 && cluster.egressCIDRs().isEmpty()) {
                    missing(cluster, "egressCIDRs", "the addresses by which other networks see its pods");
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

        /** What a platform of several clusters must have for a control plane apart from its members. */
        private void controlled(Platform platform, Placement anywhere) {
            MultiCluster multi = mesh.multiCluster();
            if (multi == null || multi.controlCluster() == null || multi.gateway() == null) {
                return;
            }
            ControlPlaneGateway gateway = multi.gateway();
            anywhere.controlCluster(mesh)
                    .ifPresentOrElse(
                            cluster -> model.mesh(gateway.mesh()).ifPresent(other -> {
                                Placement there = new Placement(model, platform, cluster);
                                if (there.role(other) != Role.PRIMARY) {
                                    refuse(
                                            gateway,
                                            "mesh",
                                            gateway.mesh(),
                                            "On platform '" + platform.name()
                                                    + "' that mesh has no proxies in cluster '" + cluster.name() + "'.",
                                            "Name a mesh whose control plane and members are in that cluster.");
                                }
                            }),
                            () -> problems.error(
                                    ProblemCode.CONTROL_PLANE_UNPLACED,
                                    model.origins().of(multi, "controlCluster"),
                                    String.valueOf(multi.controlCluster()),
                                    "Platform '" + platform.name() + "' has no such cluster.",
                                    "Give its cluster for control planes the same name."));
        }

        private void refuse(Record record, String key, String written, String why, String fix) {
            problems.error(ProblemCode.CONTROL_PLANE_UNPLACED, model.origins().of(record, key), written, why, fix);
        }
    }
}
