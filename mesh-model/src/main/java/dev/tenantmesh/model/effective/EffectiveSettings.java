package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.Isolation;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.MtlsScope;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.Visibility;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.Mesh.MeshIsolation;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.platform.Guardrails;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadMtls;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds at each place of one mesh on one platform, after inheritance and exemptions. Pure; computed on demand.
 */
public final class EffectiveSettings {

    private final Mesh mesh;
    private final DataPlane ofPlatform;
    private final Guardrails guardrails;
    private final String guardrailsName;
    private final List<Exemption> exemptions;

    public EffectiveSettings(Platform platform, Mesh mesh) {
        this.mesh = mesh;
        this.ofPlatform = Objects.requireNonNullElse(platform.mesh().dataPlane(), DataPlane.SIDECAR);
        this.guardrails = Objects.requireNonNullElse(platform.guardrails(), Guardrails.STRICTEST);
        this.guardrailsName = "the guardrails of platform " + platform.name();
        this.exemptions = Stream.concat(platform.exemptions().stream(), mesh.exemptions().stream())
                .toList();
    }

    /** The mode of the whole mesh; of one on its way to STRICT, what it has by now. */
    public Ladder<MtlsMode> mtls() {
        return climbMtls(meshMtls().all(), mesh.migration().isEmpty());
    }

    /** The mode of a namespace, for pods that no workload of it describes. */
    public Ladder<MtlsMode> mtls(Tenant tenant, TenantNamespace namespace) {
        return climbMtls(namespaceMtls(tenant, namespace).all(), !isMigrating(namespace));
    }

    /** The mode of a workload, for ports without an exception. */
    public Ladder<MtlsMode> mtls(Tenant tenant, TenantNamespace namespace, Workload workload) {
        return climbMtls(workloadMtls(tenant, namespace, workload).all(), !isMigrating(namespace));
    }

    /** The mode of one pod port of a workload. */
    public Ladder<MtlsMode> mtls(Tenant tenant, TenantNamespace namespace, Workload workload, int port) {
        List<Level<MtlsMode>> levels = workloadMtls(tenant, namespace, workload).all();
        WorkloadMtls own = workload.mtls();
        if (own != null && own.ports().containsKey(port)) {
            levels.add(new Level<>(
                    "port " + port + " of workload " + workload.name(),
                    own,
                    "ports",
                    String.valueOf(port),
                    own.ports().get(port),
                    Subject.place(mesh, tenant, namespace, workload, port)));
        }
        return climbMtls(levels, !isMigrating(namespace));
    }

    /** Whether clients of a namespace may come in plaintext, as long as its mesh is on the way to mutual TLS. */
    public boolean isMigrating(TenantNamespace namespace) {
        return mesh.migration().filter(way -> !way.isLocked(namespace.name())).isPresent();
    }

    /** Where the router may arrive in namespaces of the mesh itself. */
    public Ladder<RouterTraffic> router() {
        return climb(
                Exemption.Setting.ROUTER,
                guardrails.loosestRouter(),
                meshRouter().all());
    }

    /** Where the router may arrive in a namespace: at its gateways, and at pods that no workload describes. */
    public Ladder<RouterTraffic> router(Tenant tenant, TenantNamespace namespace) {
        return climb(
                Exemption.Setting.ROUTER,
                guardrails.loosestRouter(),
                namespaceRouter(tenant, namespace).all());
    }

    /** Where the router may arrive at a workload. */
    public Ladder<RouterTraffic> router(Tenant tenant, TenantNamespace namespace, Workload workload) {
        Isolation own = workload.isolation();
        Levels<RouterTraffic> levels = namespaceRouter(tenant, namespace)
                .down(named(workload), workload, own, router(own), Subject.place(mesh, tenant, namespace, workload));
        return climb(Exemption.Setting.ROUTER, guardrails.loosestRouter(), levels.all());
    }

    /** The boundary of a namespace, for pods that no workload of it describes. */
    public Ladder<Boundary> boundary(Tenant tenant, TenantNamespace namespace) {
        return climbBoundary(namespaceBoundary(tenant, namespace));
    }

    /** The boundary of a workload. */
    public Ladder<Boundary> boundary(Tenant tenant, TenantNamespace namespace, Workload workload) {
        Isolation own = workload.isolation();
        return climbBoundary(namespaceBoundary(tenant, namespace)
                .down(named(workload), workload, own, boundary(own), Subject.place(mesh, tenant, namespace, workload)));
    }

    /** The Pod Security Standard of a namespace. */
    public Ladder<PodSecurity> podSecurity(Tenant tenant, TenantNamespace namespace) {
        PodSecurity declared = Objects.requireNonNullElse(namespace.podSecurity(), PodSecurity.RESTRICTED);
        Level<PodSecurity> level = new Level<>(
                named(namespace), namespace, "podSecurity", null, declared, Subject.place(mesh, tenant, namespace));
        return climb(Exemption.Setting.POD_SECURITY, guardrails.loosestPodSecurity(), List.of(level));
    }

    /** Where the proxies of a namespace run; the narrowest level that says something decides. */
    public DataPlane dataPlane(TenantNamespace namespace) {
        DataPlane ofMesh = Objects.requireNonNullElse(mesh.dataPlane(), ofPlatform);
        return Objects.requireNonNullElse(namespace.dataPlane(), ofMesh);
    }

    /** What proxies do with unknown destinations. */
    public EgressPolicy egress() {
        return Objects.requireNonNullElse(isolation().egress(), EgressPolicy.REGISTRY_ONLY);
    }

    /** Which Services proxies are told about. */
    public Visibility visibility() {
        return Objects.requireNonNullElse(isolation().visibility(), Visibility.BOUNDARY);
    }

    private <E extends Enum<E>> Ladder<E> climb(Exemption.Setting setting, E floor, List<Level<E>> levels) {
        List<Exemption> ours = exemptions.stream()
                .filter(exemption -> exemption.rule() == setting)
                .toList();
        return Ladder.climbDown(floor, guardrailsName, levels, ours);
    }

    /** On the way to STRICT, what neither the migration nor a level below the mesh locks takes plaintext, too. */
    private Ladder<MtlsMode> climbMtls(List<Level<MtlsMode>> levels, boolean arrived) {
        Ladder<MtlsMode> ladder = climb(Exemption.Setting.MTLS, guardrails.loosestMtls(), levels);
        boolean locked = arrived || levels.stream().skip(1).anyMatch(level -> level.declared() == MtlsMode.STRICT);
        return locked || ladder.effective() != MtlsMode.STRICT
                ? ladder
                : ladder.held(MtlsMode.PERMISSIVE, "the migration of " + named(mesh));
    }

    /** No guardrail and no exemption is about the boundary. */
    private Ladder<Boundary> climbBoundary(Levels<Boundary> levels) {
        return Ladder.climbDown(Boundary.MESH, named(mesh), levels.all(), List.of());
    }

    private Levels<MtlsMode> meshMtls() {
        MtlsMode declared = Objects.requireNonNullElse(
                mesh.mtls() == null ? null : mesh.mtls().mode(), MtlsMode.STRICT);
        return new Levels<MtlsMode>("mtls", "mode").down(named(mesh), mesh, mesh.mtls(), declared, Subject.place(mesh));
    }

    private Levels<MtlsMode> namespaceMtls(Tenant tenant, TenantNamespace namespace) {
        MtlsScope own = namespace.mtls();
        return meshMtls()
                .down(named(tenant), tenant, tenant.mtls(), mode(tenant.mtls()), Subject.place(mesh, tenant))
                .down(named(namespace), namespace, own, mode(own), Subject.place(mesh, tenant, namespace));
    }

    private Levels<MtlsMode> workloadMtls(Tenant tenant, TenantNamespace namespace, Workload workload) {
        WorkloadMtls own = workload.mtls();
        MtlsMode declared = own == null ? null : own.mode();
        return namespaceMtls(tenant, namespace)
                .down(named(workload), workload, own, declared, Subject.place(mesh, tenant, namespace, workload));
    }

    private Levels<RouterTraffic> namespaceRouter(Tenant tenant, TenantNamespace namespace) {
        Isolation outer = tenant.isolation();
        Isolation own = namespace.isolation();
        return meshRouter()
                .down(named(tenant), tenant, outer, router(outer), Subject.place(mesh, tenant))
                .down(named(namespace), namespace, own, router(own), Subject.place(mesh, tenant, namespace));
    }

    private Levels<RouterTraffic> meshRouter() {
        RouterTraffic declared = Objects.requireNonNullElse(isolation().router(), RouterTraffic.DENIED);
        return new Levels<RouterTraffic>("isolation", "router")
                .down(named(mesh), mesh, mesh.isolation(), declared, Subject.place(mesh));
    }

    private Levels<Boundary> namespaceBoundary(Tenant tenant, TenantNamespace namespace) {
        Boundary declared = Objects.requireNonNullElse(isolation().boundary(), Boundary.WORKLOAD);
        Isolation outer = tenant.isolation();
        Isolation own = namespace.isolation();
        return new Levels<Boundary>("isolation", "boundary")
                .down(named(mesh), mesh, mesh.isolation(), declared, Subject.place(mesh))
                .down(named(tenant), tenant, outer, boundary(outer), Subject.place(mesh, tenant))
                .down(named(namespace), namespace, own, boundary(own), Subject.place(mesh, tenant, namespace));
    }

    private MeshIsolation isolation() {
        return Objects.requireNonNullElse(mesh.isolation(), MeshIsolation.STRICTEST);
    }

    private static @Nullable MtlsMode mode(@Nullable MtlsScope scope) {
        return scope == null ? null : scope.mode();
    }

    private static @Nullable RouterTraffic router(@Nullable Isolation isolation) {
        return isolation == null ? null : isolation.router();
    }

    private static @Nullable Boundary boundary(@Nullable Isolation isolation) {
        return isolation == null ? null : isolation.boundary();
    }

    private static String named(Mesh mesh) {
        return "mesh " + mesh.name();
    }

    private static String named(Tenant tenant) {
        return "tenant " + tenant.name();
    }

    private static String named(TenantNamespace namespace) {
        return "namespace " + namespace.name();
    }

    private static String named(Workload workload) {
        return "workload " + workload.name();
    }
}
