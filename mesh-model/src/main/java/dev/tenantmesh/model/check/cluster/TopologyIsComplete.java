package dev.tenantmesh.model.check.cluster;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.ownership.GatewayNamespaces;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MultiCluster;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topology of several clusters has all that it needs and nothing that another one would, whatever the platform. */
public final class TopologyIsComplete implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            if (mesh.multiCluster() != null) {
                new Check(model, mesh, mesh.multiCluster(), problems).run();
            }
        }
    }

    private record Check(MeshModel model, Mesh mesh, MultiCluster multi, Problems problems) {

        void run() {
            if (!mesh.controlPlane().isGenerated()) {
                refuse(
                        mesh.controlPlane(),
                        "provision",
                        "existing",
                        "What a control plane for other clusters is set to decides whether they get one at all.",
                        "Have it generated, or leave `multiCluster` out.");
            }
            switch (multi.topology()) {
                case EXTERNAL -> external();
                case MULTI_PRIMARY -> multiPrimary();
                case PRIMARY_REMOTE -> primaryRemote();
            }
            if (multi.eastWest() != null) {
                eastWest(multi.eastWest());
            }
        }

        private void external() {
            if (multi.controlCluster() == null) {
                missing(multi, "controlCluster", "the cluster that runs the control plane");
            }
            if (multi.primaryCluster() != null) {
                refuse(
                        multi,
                        "primaryCluster",
                        multi.primaryCluster(),
                        "An external control plane has no members beside it.",
                        "Call it `controlCluster`, or write `topology: primary-remote`.");
            }
            if (multi.eastWest() != null) {
                refuse(
                        multi,
                        "eastWest",
                        multi.eastWest().name(),
                        "The members of an external control plane are in one cluster, so that nobody comes from another.",
                        "Remove it.");
            }
            if (multi.gateway() == null) {
                missing(multi, "gateway", "how the other cluster comes to the control plane");
                return;
            }
            gateway(multi.gateway());
            terminated(multi.gateway());
        }

        private void gateway(ControlPlaneGateway gateway) {
            if (gateway.addresses().isEmpty()) {
                missing(gateway, "addresses", "the addresses that proxies are let out to");
            }
            if (gateway.sourceRanges().isEmpty()) {
                missing(gateway, "sourceRanges", "the addresses by which the other cluster is seen");
            }
            new GatewayNamespaces(model, mesh, problems).standsApart(gateway, gateway.namespace());
        }

        private void terminated(ControlPlaneGateway gateway) {
            needed(gateway, "mesh", gateway.mesh(), "whose proxies it runs on");
            needed(gateway, "host", gateway.host(), "the host name that proxies and API servers come for");
            needed(gateway, "credentialName", gateway.credentialName(), "the certificate for its host");
            needed(gateway, "caCredentialName", gateway.caCredentialName(), "how it verifies the control plane");
            if (gateway.mesh() == null) {
                return;
            }
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

        private void needed(ControlPlaneGateway gateway, String key, @Nullable String value, String what) {
            if (value == null) {
                missing(gateway, key, what);
            }
        }

        private void multiPrimary() {
            if (multi.controlCluster() != null || multi.primaryCluster() != null || multi.gateway() != null) {
                refuse(
                        multi,
                        multi.gateway() != null
                                ? "gateway"
                                : multi.controlCluster() != null ? "controlCluster" : "primaryCluster",
                        mesh.name(),
                        "Every cluster has a control plane of its own, so that none is before those of others.",
                        "Remove it, or write `topology: external` or `topology: primary-remote`.");
            }
            if (multi.eastWest() == null) {
                missing(multi, "eastWest", "how members of one network come to those of another");
            }
        }

        private void primaryRemote() {
            if (multi.primaryCluster() == null) {
                missing(multi, "primaryCluster", "the cluster whose control plane serves the others");
            }
            if (multi.controlCluster() != null) {
                refuse(
                        multi,
                        "controlCluster",
                        multi.controlCluster(),
                        "A control cluster holds no members, and a primary does.",
                        "Call it `primaryCluster`, or write `topology: external`.");
            }
            if (multi.gateway() == null) {
                missing(multi, "gateway", "how the other clusters come to the control plane");
                return;
            }
            gateway(multi.gateway());
            passedThrough(multi.gateway());
            if (multi.eastWest() == null) {
                nobodyCrosses();
            } else if (multi.eastWest().namespace().equals(multi.gateway().namespace())) {
                problems.error(
                        ProblemCode.NAMESPACE_TAKEN,
                        model.origins().of(multi.gateway(), "namespace"),
                        multi.gateway().namespace(),
                        "The gateway between members is in this namespace, and should get nowhere near the control plane.",
                        "Give each of them a namespace of its own.");
            }
        }

        private void passedThrough(ControlPlaneGateway gateway) {
            unneeded(
                    gateway,
                    "mesh",
                    gateway.mesh(),
                    "It runs on proxies of its own mesh, whose control plane is beside it.");
            String through = "TLS goes through to the control plane, whom other clusters know by its own authority.";
            unneeded(gateway, "host", gateway.host(), through);
            unneeded(gateway, "credentialName", gateway.credentialName(), through);
            unneeded(gateway, "caCredentialName", gateway.caCredentialName(), through);
            List<String> addresses = gateway.addresses();
            boolean one = addresses.size() == 1
                    && Cidr.parse(addresses.get(0))
                            .filter(address -> address.isHost() && address.bits() == 32)
                            .isPresent();
            if (!addresses.isEmpty() && !one) {
                refuse(
                        gateway,
                        "addresses",
                        String.join(", ", addresses),
                        "The remote chart takes the address of the control plane from here: one, and of IPv4.",
                        "Reserve one address for the load balancer, and write it such as `[203.0.113.20/32]`.");
            }
            if (multi.eastWest() != null) {
                multi.eastWest().addresses().stream()
                        .filter(address -> addresses.stream().anyMatch(address.cidrs()::contains))
                        .forEach(address -> refuse(
                                gateway,
                                "addresses",
                                String.join(", ", addresses),
                                "The east-west gateway of cluster '" + address.cluster()
                                        + "' has this address as well.",
                                "Give each gateway an address of its own."));
            }
        }

        private void unneeded(ControlPlaneGateway gateway, String key, @Nullable String value, String why) {
            if (value != null) {
                refuse(gateway, key, value, why, "Remove it.");
            }
        }

        /** What would be exported to nobody. */
        private void nobodyCrosses() {
            model.tenantsOf(mesh).stream()
                    .flatMap(tenant -> tenant.namespaces().stream())
                    .flatMap(namespace -> namespace.workloads().stream())
                    .flatMap(workload -> workload.services().stream())
                    .filter(service -> Boolean.TRUE.equals(service.exported()))
                    .forEach(service -> refuse(
                            service,
                            "exported",
                            service.name(),
                            "Mesh '" + mesh.name()
                                    + "' has no gateway between its clusters, so nobody comes from another.",
                            "Add `eastWest` to the mesh, or keep the Service to its cluster."));
        }

        private void eastWest(EastWestGateway gateway) {
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

        private void refuse(Record record, String key, String written, String why, String fix) {
            problems.error(ProblemCode.CONTROL_PLANE_UNPLACED, model.origins().of(record, key), written, why, fix);
        }
    }
}
