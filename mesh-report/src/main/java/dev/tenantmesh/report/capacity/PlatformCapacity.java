package dev.tenantmesh.report.capacity;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.capacity.Capacity;
import dev.tenantmesh.model.capacity.Figures;
import dev.tenantmesh.model.capacity.IstioVersions;
import dev.tenantmesh.model.capacity.PublishedFigures;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.effective.BudgetUse;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.effective.WorkloadSidecars;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.report.capacity.manifest.NamespaceReserved;
import dev.tenantmesh.report.capacity.manifest.Scoping;
import dev.tenantmesh.report.capacity.manifest.Scopings;
import dev.tenantmesh.report.capacity.manifest.SiteManifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the meshes of a model cost on one platform, by the documents alone.
 *
 * @param name the platform
 * @param cluster what is known of its nodes
 * @param istio the version of Istio in its product, if it is known
 * @param figures what was published about that version
 * @param meshes its control planes
 * @param workloads the sidecars of each workload that says how many pods it has
 * @param gateways the gateways that are generated
 * @param budgets what sidecars may cost
 * @param scopings what sidecars are told, and what they would be told without Sidecars
 * @param reserved what manifests reserve in each namespace
 * @param inNoManifest workloads with sidecars whose pods are in no manifest
 * @param ambient namespaces without sidecars, whose proxies are those of nodes
 * @param uncounted workloads that do not say how many pods they have, and namespaces that declare none
 */
public record PlatformCapacity(
        String name,
        Capacity cluster,
        Optional<String> istio,
        Figures figures,
        List<MeshCost> meshes,
        List<WorkloadCost> workloads,
        List<GatewayCost> gateways,
        List<BudgetUse> budgets,
        List<Scoping> scopings,
        List<NamespaceReserved> reserved,
        List<String> inNoManifest,
        List<String> ambient,
        List<String> uncounted) {

    public PlatformCapacity {
        meshes = List.copyOf(meshes);
        workloads = List.copyOf(workloads);
        gateways = List.copyOf(gateways);
        budgets = List.copyOf(budgets);
        scopings = List.copyOf(scopings);
        reserved = List.copyOf(reserved);
        inNoManifest = List.copyOf(inNoManifest);
        ambient = List.copyOf(ambient);
        uncounted = List.copyOf(uncounted);
    }

    /** The cost of one workload's sidecars. */
    record WorkloadCost(String tenant, String namespace, String workload, int requestsPerSecond, Usage usage) {}

    /**
     * What the meshes of a model cost on a platform.
     *
     * @param manifests those of its clusters
     */
    public static PlatformCapacity of(MeshModel model, Platform platform, List<SiteManifests> manifests) {
        Optional<String> istio = istio(platform.mesh());
        Figures figures = istio.map(PublishedFigures::of).orElseGet(PublishedFigures::ofAnyVersion);
        List<MeshCost> meshes = new ArrayList<>();
        List<WorkloadCost> workloads = new ArrayList<>();
        List<String> uncounted = new ArrayList<>();
        for (Mesh mesh : model.meshes()) {
            List<WorkloadSidecars> sidecars = sidecars(model, platform, mesh);
            List<WorkloadCost> costs = sidecars.stream()
                    .flatMap(each -> cost(each, figures).stream())
                    .toList();
            workloads.addAll(costs);
            sidecars.stream()
                    .filter(each -> each.count().isEmpty())
                    .forEach(each -> uncounted.add(
                            each.namespace().name() + "/" + each.workload().name()));
            emptyNamespaces(model, platform, mesh).forEach(uncounted::add);
            meshes.add(MeshCost.of(mesh, sidecars, costs));
        }
        List<Scoping> scopings =
                manifests.stream().map(Scopings::of).flatMap(List::stream).toList();
        return new PlatformCapacity(
                platform.name(),
                Objects.requireNonNullElse(platform.capacity(), Capacity.UNKNOWN),
                istio,
                figures,
                meshes,
                workloads,
                GatewayCost.of(model, platform),
                clusters(model, platform)
                        .flatMap(site -> BudgetUse.of(site.model(), site.platform()).stream())
                        .toList(),
                scopings,
                manifests.stream()
                        .map(NamespaceReserved::of)
                        .flatMap(List::stream)
                        .toList(),
                manifests.stream()
                        .flatMap(each -> each.missing(scopings).stream())
                        .toList(),
                ambient(model, platform),
                uncounted.stream().distinct().toList());
    }

    private static Stream<Site> clusters(MeshModel model, Platform platform) {
        return model.sites().stream().filter(site -> site.isOf(platform));
    }

    /** A workload has sidecars in each cluster that it is in. */
    private static List<WorkloadSidecars> sidecars(MeshModel model, Platform platform, Mesh mesh) {
        return clusters(model, platform)
                .flatMap(site -> site.model().mesh(mesh.name()).stream()
                        .flatMap(here -> WorkloadSidecars.of(site.model(), site.platform(), here).stream()))
                .toList();
    }

    private static List<String> ambient(MeshModel model, Platform platform) {
        return model.meshes().stream()
                .flatMap(mesh -> {
                    EffectiveSettings settings = new EffectiveSettings(platform, mesh);
                    return model.tenantsOf(mesh).stream()
                            .filter(model::renders)
                            .flatMap(tenant -> tenant.namespaces().stream())
                            .filter(namespace -> settings.dataPlane(namespace) == DataPlane.AMBIENT)
                            .map(TenantNamespace::name);
                })
                .sorted()
                .toList();
    }

    private static Optional<String> istio(ServiceMesh mesh) {
        return mesh.type() == ServiceMesh.Type.ISTIO
                ? Optional.of(mesh.version())
                : IstioVersions.ofOpenShift(mesh.version());
    }

    private static Optional<WorkloadCost> cost(WorkloadSidecars sidecars, Figures figures) {
        int rate = sidecars.requestsPerSecond();
        return sidecars.count()
                .map(count -> new WorkloadCost(
                        sidecars.tenant().name(),
                        sidecars.namespace().name(),
                        sidecars.workload().name(),
                        rate,
                        Usage.of(
                                count, sidecars.size(), atRate(figures.sidecar().cpu(), rate), memory(figures))));
    }

    /** What a figure for a thousand requests makes of others. */
    static Range atRate(Range perThousand, int requestsPerSecond) {
        return perThousand.times(requestsPerSecond).perThousand();
    }

    /** One proxy: from what was published to what proxies hold that know everything. */
    private static Range memory(Figures figures) {
        Range published = figures.sidecar().memory();
        Range unscoped = PublishedFigures.UNSCOPED_MEMORY;
        return new Range(published.low(), published.high().max(unscoped.high()));
    }

    private static Stream<String> emptyNamespaces(MeshModel model, Platform platform, Mesh mesh) {
        EffectiveSettings settings = new EffectiveSettings(platform, mesh);
        return model.tenantsOf(mesh).stream()
                .filter(model::renders)
                .flatMap(tenant -> tenant.namespaces().stream()
                        .filter(namespace -> settings.dataPlane(namespace) == DataPlane.SIDECAR)
                        .filter(namespace -> namespace.workloads().isEmpty())
                        .filter(namespace -> tenant.gateways().stream()
                                .noneMatch(gateway -> gateway.namespace().equals(namespace.name())))
                        .map(namespace -> namespace.name() + "/*"));
    }

    /** Warns of namespaces whose manifests reserve more than the documents of a model say. */
    public void check(MeshModel model, Problems problems) {
        ReservedCost.of(this).ifPresent(reserved -> reserved.check(model, problems));
    }

    /** One sidecar. */
    Range sidecarMemory() {
        return memory(figures);
    }

    /** All sidecars. */
    Usage total() {
        return workloads.stream().map(WorkloadCost::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** Requests a second that all sidecars let in. */
    int requestsPerSecond() {
        return workloads.stream().mapToInt(WorkloadCost::requestsPerSecond).sum();
    }

    /** The sidecars of each tenant. */
    SortedMap<String, Usage> tenants() {
        return by(WorkloadCost::tenant);
    }

    /** The sidecars in each namespace. */
    SortedMap<String, Usage> namespaces() {
        return by(WorkloadCost::namespace);
    }

    private SortedMap<String, Usage> by(Function<WorkloadCost, String> key) {
        SortedMap<String, Usage> sums = new TreeMap<>();
        workloads.forEach(each -> sums.merge(key.apply(each), each.usage(), Usage::plus));
        return sums;
    }
}
