package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may come from other clusters: every member there, at the addresses by which its cluster is seen. */
final class Visitors {

    private final Placement where;
    private final Mesh mesh;
    private final List<Visitor> all = new ArrayList<>();

    private Visitors(Placement where, Mesh mesh) {
        this.where = where;
        this.mesh = mesh;
    }

    /** The members of other clusters. */
    static List<External> of(MeshModel model) {
        return model.placement().stream()
                .flatMap(where -> model.meshes().stream()
                        .filter(mesh -> where.eastWest(mesh).isPresent())
                        .flatMap(mesh -> where.othersOf(mesh).stream()
                                .flatMap(cluster -> new Visitors(where, mesh).from(cluster))))
                .toList();
    }

    private Stream<External> from(Cluster cluster) {
        for (Tenant tenant : where.whole().tenantsOf(mesh)) {
            Map<String, Set<String>> owned = owned(tenant);
            tenant.namespaces().stream()
                    .filter(namespace ->
                            where.clustersOf(mesh, namespace.name()).contains(cluster))
                    .forEach(namespace -> add(cluster, tenant, namespace, owned));
        }
        where.whole(mesh).gateways().stream()
                .filter(gateway -> where.clustersOf(mesh, gateway).contains(cluster))
                .forEach(gateway -> add(cluster, gateway));
        return all.stream()
                .flatMap(visitor -> cluster.egressCIDRs().stream()
                        .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                        .map(range -> new External(range, visitor)));
    }

    private static Map<String, Set<String>> owned(Tenant tenant) {
        Map<String, Set<String>> owned = new TreeMap<>();
        tenant.namespaces().forEach(namespace -> {
            Set<String> accounts = new TreeSet<>(Set.of(Identity.ANY_OTHER));
            namespace.workloads().forEach(workload -> accounts.add(workload.serviceAccount()));
            owned.put(namespace.name(), accounts);
        });
        tenant.gateways()
                .forEach(gateway -> owned.computeIfAbsent(gateway.namespace(), absent -> new TreeSet<>())
                        .add(gateway.account()));
        return owned;
    }

    private void add(Cluster cluster, Tenant tenant, TenantNamespace namespace, Map<String, Set<String>> owned) {
        namespace
                .workloads()
                .forEach(workload -> add(
                        cluster,
                        namespace.name() + "/" + workload.name(),
                        namespace.name(),
                        workload.serviceAccount(),
                        owned));
        tenant.gateways().stream()
                .filter(gateway -> gateway.namespace().equals(namespace.name()))
                .forEach(gateway -> add(cluster, name(gateway), namespace.name(), gateway.account(), owned));
        add(cluster, namespace.name() + "/*", namespace.name(), Identity.ANY_OTHER, owned);
    }

    private static String name(Gateway gateway) {
        return gateway.namespace() + "/" + gateway.name();
    }

    private void add(Cluster cluster, SharedGateway gateway) {
        String namespace = gateway.namespace();
        Map<String, Set<String>> owned = Map.of(namespace, Set.of(gateway.service(), Identity.ANY_OTHER));
        add(cluster, namespace + "/" + gateway.name(), namespace, gateway.service(), owned);
    }

    private void add(Cluster cluster, String name, String namespace, String account, Map<String, Set<String>> owned) {
        all.add(new Visitor(cluster.name() + ":" + name, mesh.trustDomain(), namespace, account, owned));
    }
}
