package dev.tenantmesh.model.check.cluster;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Hint;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MultiCluster;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Of a platform of several clusters each says its own addresses, no two clusters of one network share any, and whoever
 * names a cluster names one that there is.
 */
public final class ClustersAreDistinct implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Check check = new Check(model, problems);
        model.platforms().stream()
                .filter(platform -> !platform.clusters().isEmpty())
                .forEach(check::platform);
        for (Mesh mesh : model.meshes()) {
            check.names(mesh, "clusters", mesh.clusters());
            Optional.ofNullable(mesh.multiCluster()).ifPresent(multi -> {
                check.named(multi, "controlCluster", multi.controlCluster());
                check.named(multi, "primaryCluster", multi.primaryCluster());
            });
        }
        for (Tenant tenant : model.tenants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                check.names(namespace, "clusters", namespace.clusters());
                check.place(tenant, namespace);
            }
        }
    }

    record Check(MeshModel model, Problems problems) {

        void named(MultiCluster multi, String key, @Nullable String cluster) {
            if (cluster != null) {
                name(cluster, model.origins().of(multi, key));
            }
        }

        void platform(Platform platform) {
            Network network = platform.network();
            boolean addressed =
                    Stream.of(network.podCIDRs(), network.serviceCIDRs(), network.apiServerCIDRs(), network.nodeCIDRs())
                                    .anyMatch(cidrs -> !cidrs.isEmpty())
                            || network.apiServerPort() != null;
            if (addressed) {
                problems.error(
                        ProblemCode.CLUSTERS_CONFUSED,
                        model.origins().of(network),
                        platform.name(),
                        "The platform has several clusters, and these addresses could be those of any.",
                        "Move podCIDRs, serviceCIDRs, apiServerCIDRs, nodeCIDRs and apiServerPort to the entries of `clusters`.");
            }
            List<Cluster> clusters = platform.clusters();
            for (int i = 0; i < clusters.size(); i++) {
                for (Cluster other : clusters.subList(0, i)) {
                    distinct(clusters.get(i), other);
                }
            }
        }

        private void distinct(Cluster cluster, Cluster other) {
            if (!cluster.network().equals(other.network())) {
                return;
            }
            for (int i = 0; i < cluster.podCIDRs().size(); i++) {
                Origin origin = model.origins().of(cluster, "podCIDRs", i);
                for (String taken : other.podCIDRs()) {
                    if (overlap(cluster.podCIDRs().get(i), taken)) {
                        problems.error(
                                ProblemCode.CLUSTERS_CONFUSED,
                                origin,
                                cluster.podCIDRs().get(i),
                                "Cluster '" + other.name() + "' of the same network has pods at these addresses, too.",
                                "Give the clusters addresses of their own, or different networks.");
                    }
                }
            }
        }

        private static boolean overlap(String one, String other) {
            Optional<Cidr> range = Cidr.parse(other);
            return Cidr.parse(one)
                    .filter(cidr -> range.filter(cidr::overlaps).isPresent())
                    .isPresent();
        }

        void names(Record record, String key, List<String> names) {
            for (int i = 0; i < names.size(); i++) {
                name(names.get(i), model.origins().of(record, key, i));
            }
        }

        void name(String cluster, Origin origin) {
            List<String> known = model.platforms().stream()
                    .flatMap(platform -> platform.clusters().stream())
                    .map(Cluster::name)
                    .distinct()
                    .toList();
            if (!known.contains(cluster)) {
                problems.error(
                        ProblemCode.UNKNOWN_REFERENCE,
                        origin,
                        cluster,
                        "No platform has a cluster of this name.",
                        Hint.near(cluster, known));
            }
        }

        /** A namespace that stands nowhere would be closed by nothing, wherever somebody makes it. */
        void place(Tenant tenant, TenantNamespace namespace) {
            boolean everywhere = namespace.clusters().isEmpty();
            boolean known = model.platforms().stream()
                    .flatMap(platform -> platform.clusters().stream())
                    .map(Cluster::name)
                    .anyMatch(namespace.clusters()::contains);
            boolean placed = model.sites().stream()
                    .anyMatch(site -> site.model().tenant(tenant.name()).stream()
                            .anyMatch(here -> here.namespaces().contains(namespace)));
            if (!everywhere && known && !placed && model.mesh(tenant.mesh()).isPresent()) {
                problems.error(
                        ProblemCode.CLUSTERS_CONFUSED,
                        model.origins().of(namespace, "clusters"),
                        namespace.name(),
                        "Mesh '" + tenant.mesh() + "' has no members in these clusters.",
                        "Name clusters of the mesh, or leave `clusters` out: then it is in all of them.");
            }
        }
    }
}
