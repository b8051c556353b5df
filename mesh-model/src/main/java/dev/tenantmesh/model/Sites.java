package dev.tenantmesh.model;

import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.raw.RawManifest;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.ExternalBuilder;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantBuilder;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a model apart into what each cluster holds. Whatever is made anew is found where the original was written. */
record Sites(MeshModel whole) {

    List<Site> all() {
        return whole.platforms().stream().flatMap(this::of).toList();
    }

    private Stream<Site> of(Platform platform) {
        return platform.clusters().isEmpty()
                ? Stream.of(new Site(whole, platform))
                : platform.clusters().stream().map(cluster -> site(platform, cluster));
    }

    private Site site(Platform platform, Cluster cluster) {
        Placement placement = new Placement(whole, platform, cluster);
        Platform here = platform.of(cluster);
        whole.origins().follow(here, platform);
        whole.origins().follow(here.network(), cluster);
        List<Mesh> meshes = whole.meshes().stream()
                .flatMap(mesh -> mesh(mesh, placement).stream())
                .toList();
        List<Tenant> tenants = whole.tenants().stream()
                .flatMap(tenant -> tenant(tenant, placement).stream())
                .toList();
        Set<String> elsewhere = elsewhere(tenants);
        List<RawManifest> manifests = whole.manifests().stream()
                .filter(manifest -> isHere(manifest, placement, elsewhere))
                .toList();
        Documents documents = new Documents(List.of(here), meshes, tenants, manifests, whole.origins());
        return new Site(whole.in(documents, placement), here);
    }

    /** Gateways are where somebody uses them; where only the control plane of a mesh runs, nothing of its members is. */
    private Optional<Mesh> mesh(Mesh mesh, Placement placement) {
        return switch (placement.role(mesh)) {
            case NONE -> Optional.empty();
            case PRIMARY, REMOTE -> {
                Mesh here = MeshBuilder.builder(mesh)
                        .gateways(mesh.gateways().stream()
                                .filter(gateway ->
                                        placement.clustersOf(mesh, gateway).contains(placement.cluster()))
                                .toList())
                        .egressGateways(mesh.egressGateways().stream()
                                .filter(gateway ->
                                        placement.clustersOf(mesh, gateway).contains(placement.cluster()))
                                .toList())
                        .build();
                whole.origins().follow(here, mesh);
                yield Optional.of(here);
            }
            case CONTROL -> {
                Mesh controlPlane = MeshBuilder.builder(mesh)
                        .grants(List.of())
                        .gateways(List.of())
                        .egressGateways(List.of())
                        .manifests(List.of())
                        .build();
                whole.origins().follow(controlPlane, mesh);
                yield Optional.of(controlPlane);
            }
        };
    }

    private Optional<Tenant> tenant(Tenant tenant, Placement placement) {
        List<TenantNamespace> namespaces = tenant.namespaces().stream()
                .filter(namespace -> whole.mesh(tenant.mesh())
                        .filter(mesh -> placement.holds(mesh, namespace))
                        .isPresent())
                .toList();
        if (namespaces.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = namespaces.stream().map(TenantNamespace::name).collect(Collectors.toSet());
        Tenant here = TenantBuilder.builder(tenant)
                .namespaces(namespaces)
                .gateways(tenant.gateways().stream()
                        .filter(gateway -> names.contains(gateway.namespace()))
                        .toList())
                .externals(tenant.externals().stream()
                        .flatMap(external -> external(external, names).stream())
                        .toList())
                .build();
        whole.origins().follow(here, tenant);
        return Optional.of(here);
    }

    /** Somebody outside, for those clients that are here. */
    private Optional<External> external(External external, Set<String> names) {
        List<External.Client> clients = external.from().stream()
                .filter(client -> names.contains(client.namespace()))
                .toList();
        if (clients.isEmpty() || clients.equals(external.from())) {
            return clients.isEmpty() ? Optional.empty() : Optional.of(external);
        }
        External here = ExternalBuilder.builder(external).from(clients).build();
        whole.origins().follow(here, external);
        return Optional.of(here);
    }

    /** Namespaces of tenants that are in other clusters only. */
    private Set<String> elsewhere(List<Tenant> here) {
        Set<String> elsewhere = names(whole.tenants());
        elsewhere.removeAll(names(here));
        return elsewhere;
    }

    private static Set<String> names(List<Tenant> tenants) {
        return tenants.stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::name)
                .collect(Collectors.toSet());
    }

    private static boolean isHere(RawManifest manifest, Placement placement, Set<String> elsewhere) {
        boolean ofMesh = !(manifest.owner() instanceof Mesh mesh)
                || placement.clustersOf(mesh).contains(placement.cluster());
        return ofMesh && !elsewhere.contains(manifest.namespace());
    }
}
