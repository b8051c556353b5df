package dev.tenantmesh.model.check.cluster;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.ClosedAddresses;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses by which clusters of a mesh come to each other are few, and outside of whichever cluster lets them in or out; and
 * proxies that know Services of other clusters can tell their addresses from those of their own.
 */
public final class ClustersMeetOutside implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Platform platform : model.platforms()) {
            for (Cluster cluster : platform.clusters()) {
                Placement here = new Placement(model, platform, cluster);
                model.meshes().forEach(mesh -> new Check(here, mesh, model, problems).run());
            }
        }
    }

    /**
     * What one cluster is told of the others.
     *
     * @param here the cluster
     * @param mesh for which mesh
     */
    private record Check(Placement here, Mesh mesh, MeshModel model, Problems problems) {

        void run() {
            here.eastWest(mesh)
                    .ifPresent(gateway -> here.othersOf(mesh).forEach(other -> {
                        outside(other, "egressCIDRs", other.egressCIDRs());
                        gateway.addresses().stream()
                                .filter(address -> address.cluster().equals(other.name()))
                                .forEach(address -> outside(address, "cidrs", address.cidrs()));
                        services(other);
                    }));
            here.gatewayOf(mesh).ifPresent(this::controlPlane);
        }

        private void controlPlane(ControlPlaneGateway gateway) {
            if (here.servesOthers(mesh)) {
                outside(gateway, "sourceRanges", gateway.sourceRanges());
            } else if (here.role(mesh) == Placement.Role.REMOTE) {
                outside(gateway, "addresses", gateway.addresses());
            }
        }

        private void outside(Record record, String key, List<String> ranges) {
            for (int i = 0; i < ranges.size(); i++) {
                Origin origin = model.origins().of(record, key, i);
                Cidr.parse(ranges.get(i)).ifPresent(range -> outside(range, origin));
            }
        }

        private void outside(Cidr range, Origin origin) {
            if (ClosedAddresses.isWide(range)) {
                report(
                        range,
                        origin,
                        "The range is wider than " + (range.bits() == 32 ? "/16" : "/32")
                                + ", and says hardly more than 'anywhere'.",
                        "Name the addresses of the gateway, or those that address translation gives to pods.");
                return;
            }
            Stream.concat(here.cluster().podCIDRs().stream(), here.cluster().serviceCIDRs().stream())
                    .filter(ours -> Cidr.parse(ours).filter(range::overlaps).isPresent())
                    .forEach(ours -> report(
                            range,
                            origin,
                            "The range overlaps " + ours + ", the pods or Services of cluster '"
                                    + here.cluster().name() + "', which takes it for another cluster's.",
                            "Name the addresses that are seen between the networks, after address translation."));
            ClosedAddresses.everywhere().stream()
                    .filter(range::overlaps)
                    .forEach(closed -> report(
                            range,
                            origin,
                            "The range overlaps " + closed + ", addresses that are no other host's anywhere.",
                            "Name the addresses that are seen between the networks."));
        }

        private void report(Cidr range, Origin origin, String why, String fix) {
            problems.error(ProblemCode.CLUSTERS_MEET_INSIDE, origin, range.toString(), why, fix);
        }

        /** Requests are told apart by their host, and other connections by nothing but the address of the Service. */
        private void services(Cluster other) {
            for (int i = 0; i < here.cluster().serviceCIDRs().size(); i++) {
                String ours = here.cluster().serviceCIDRs().get(i);
                boolean shared = other.serviceCIDRs().stream()
                        .anyMatch(theirs -> Cidr.parse(ours)
                                .filter(range -> Cidr.parse(theirs)
                                        .filter(range::overlaps)
                                        .isPresent())
                                .isPresent());
                List<String> unknown = shared ? onlyIn(other) : List.of();
                if (!unknown.isEmpty()) {
                    problems.warning(
                            ProblemCode.SERVICE_ADDRESSES_SHARED,
                            model.origins().of(here.cluster(), "serviceCIDRs", i),
                            ours,
                            "Cluster '" + other.name() + "' has Services at these addresses, too, and proxies know "
                                    + String.join(", ", unknown) + " by the one it has there: a Service of cluster '"
                                    + here.cluster().name() + "' may have the same, and is not told from it.",
                            "Give the clusters different serviceCIDRs, make a Service of the same name in both, or call its"
                                    + " ports http-... if that is what they speak.");
                }
            }
        }

        /** Exported Services that have no address of their own here and ports that are not known to speak HTTP. */
        private List<String> onlyIn(Cluster other) {
            return model.tenantsOf(mesh).stream()
                    .flatMap(tenant -> tenant.namespaces().stream())
                    .filter(namespace ->
                            here.clustersOf(mesh, namespace.name()).contains(other) && !here.holds(mesh, namespace))
                    .flatMap(Check::exported)
                    .sorted()
                    .toList();
        }

        private static Stream<String> exported(TenantNamespace namespace) {
            return namespace.workloads().stream()
                    .flatMap(workload -> workload.services().stream())
                    .filter(service -> service.crossesClusters()
                            && !service.ports().stream().allMatch(Check::isHttp))
                    .map(service -> namespace.name() + "/" + service.name());
        }

        /** How Istio tells by the name of a port. */
        private static boolean isHttp(ServicePort port) {
            String protocol = port.name().split("-", 2)[0];
            return List.of("http", "http2", "grpc").contains(protocol);
        }
    }
}
