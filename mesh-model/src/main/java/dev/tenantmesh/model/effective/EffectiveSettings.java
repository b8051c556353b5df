package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.Isolation;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.MtlsScope;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.Mesh.MeshIsolation;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.platform.Guardrails;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadMtls;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds at each place of one mesh on one platform, after inheritance and exemptions. Pure; computed on demand.
 */
public final class EffectiveSettings {

    private final Mesh mesh;
    private final Guardrails guardrails;
    private final String guardrailsName;
    private final List<Exemption> exemptions;

    public EffectiveSettings(Platform platform, Mesh mesh) {
        this.mesh = mesh;
        this.guardrails = Objects.requireNonNullElse(platform.guardrails(), Guardrails.STRICTEST);
        this.guardrailsName = "the guardrails of platform " + platform.name();
        this.exemptions = Stream.concat(platform.exemptions().stream(), mesh.exemptions().stream())
                .toList();
    }

    /** The mode of the whole mesh. */
    public Ladder<MtlsMode> mtls() {
        return climb(Exemption.Setting.MTLS, guardrails.loosestMtls(), meshMtls());
    }

    /** The mode of a namespace, for pods that no workload of it describes. */
    public Ladder<MtlsMode> mtls(Tenant tenant, TenantNamespace namespace) {
        return climb(Exemption.Setting.MTLS, guardrails.loosestMtls(), namespaceMtls(tenant, namespace));
    }

    /** The mode of a workload, for ports without an exception. */
    public Ladder<MtlsMode> mtls(Tenant tenant, TenantNamespace namespace, Workload workload) {
        return climb(Exemption.Setting.MTLS, guardrails.loosestMtls(), workloadMtls(tenant, namespace, workload));
    }

    /** The mode of one pod port of a workload. */
    public Ladder<MtlsMode> mtls(Tenant tenant, TenantNamespace namespace, Workload workload, int port) {
        List<Level<MtlsMode>> levels = workloadMtls(tenant, namespace, workload);
        WorkloadMtls own = workload.mtls();
        if (own != null && own.ports().containsKey(port)) {
            levels.add(new Level<>(
                    "port " + port + " of workload " + workload.name(),
                    own,
                    "ports",
                    own.ports().get(port),
                    Subject.place(mesh, tenant, namespace, workload, port)));
        }
        return climb(Exemption.Setting.MTLS, guardrails.loosestMtls(), levels);
    }

    /** Where the router may arrive in a mesh, tenant or namespace; at its gateways, and at pods no workload describes. */
    public Ladder<RouterTraffic> router(Tenant tenant, TenantNamespace namespace) {
        return climb(Exemption.Setting.ROUTER, guardrails.loosestRouter(), namespaceRouter(tenant, namespace));
    }

    /** Where the router may arrive at a workload. */
    public Ladder<RouterTraffic> router(Tenant tenant, TenantNamespace namespace, Workload workload) {
        List<Level<RouterTraffic>> levels = namespaceRouter(tenant, namespace);
        Isolation own = orInherited(workload.isolation());
        levels.add(new Level<>(
                "workload " + workload.name(),
                own == Isolation.INHERITED ? workload : own,
                "router",
                own.router(),
                Subject.place(mesh, tenant, namespace, workload)));
        return climb(Exemption.Setting.ROUTER, guardrails.loosestRouter(), levels);
    }

    /** The boundary of a namespace, for pods that no workload of it describes. */
    public Ladder<Boundary> boundary(Tenant tenant, TenantNamespace namespace) {
        return Ladder.climbDown(Boundary.MESH, "mesh " + mesh.name(), namespaceBoundary(tenant, namespace), List.of());
    }

    /** The boundary of a workload. */
    public Ladder<Boundary> boundary(Tenant tenant, TenantNamespace namespace, Workload workload) {
        List<Level<Boundary>> levels = namespaceBoundary(tenant, namespace);
        Isolation own = orInherited(workload.isolation());
        levels.add(new Level<>(
                "workload " + workload.name(),
                own == Isolation.INHERITED ? workload : own,
                "boundary",
                own.boundary(),
                Subject.place(mesh, tenant, namespace, workload)));
        return Ladder.climbDown(Boundary.MESH, "mesh " + mesh.name(), levels, List.of());
    }

    /** The Pod Security Standard of a namespace. */
    public Ladder<PodSecurity> podSecurity(Tenant tenant, TenantNamespace namespace) {
        PodSecurity declared = Objects.requireNonNullElse(namespace.podSecurity(), PodSecurity.RESTRICTED);
        Level<PodSecurity> level = new Level<>(
                "namespace " + namespace.name(),
                namespace,
                "podSecurity",
                declared,
                Subject.place(mesh, tenant, namespace));
        return climb(Exemption.Setting.POD_SECURITY, guardrails.loosestPodSecurity(), List.of(level));
    }

    /** What proxies do with unknown destinations. */
    public EgressPolicy egress() {
        return Objects.requireNonNullElse(isolation().egress(), EgressPolicy.REGISTRY_ONLY);
    }

    private <E extends Enum<E>> Ladder<E> climb(Exemption.Setting setting, E floor, List<Level<E>> levels) {
        List<Exemption> ours = exemptions.stream()
                .filter(exemption -> exemption.rule() == setting)
                .toList();
        return Ladder.climbDown(floor, guardrailsName, levels, ours);
    }

    private List<Level<MtlsMode>> meshMtls() {
        MtlsMode declared = mode(mesh.mtls());
        List<Level<MtlsMode>> levels = new ArrayList<>();
        levels.add(new Level<>(
                "mesh " + mesh.name(),
                mesh,
                "mtls",
                declared == null ? MtlsMode.STRICT : declared,
                Subject.place(mesh)));
        return levels;
    }

    private List<Level<MtlsMode>> namespaceMtls(Tenant tenant, TenantNamespace namespace) {
        List<Level<MtlsMode>> levels = meshMtls();
        levels.add(new Level<>(
                "tenant " + tenant.name(), tenant, "mtls", mode(tenant.mtls()), Subject.place(mesh, tenant)));
        levels.add(new Level<>(
                "namespace " + namespace.name(),
                namespace,
                "mtls",
                mode(namespace.mtls()),
                Subject.place(mesh, tenant, namespace)));
        return levels;
    }

    private List<Level<MtlsMode>> workloadMtls(Tenant tenant, TenantNamespace namespace, Workload workload) {
        List<Level<MtlsMode>> levels = namespaceMtls(tenant, namespace);
        WorkloadMtls own = workload.mtls();
        if (own != null) {
            levels.add(new Level<>(
                    "workload " + workload.name(),
                    own,
                    "mode",
                    own.mode(),
                    Subject.place(mesh, tenant, namespace, workload)));
        }
        return levels;
    }

    private List<Level<RouterTraffic>> namespaceRouter(Tenant tenant, TenantNamespace namespace) {
        RouterTraffic declared = isolation().router();
        List<Level<RouterTraffic>> levels = new ArrayList<>();
        levels.add(new Level<>(
                "mesh " + mesh.name(),
                mesh,
                "isolation",
                declared == null ? RouterTraffic.DENIED : declared,
                Subject.place(mesh)));
        levels.add(new Level<>(
                "tenant " + tenant.name(),
                tenant,
                "isolation",
                orInherited(tenant.isolation()).router(),
                Subject.place(mesh, tenant)));
        levels.add(new Level<>(
                "namespace " + namespace.name(),
                namespace,
                "isolation",
                orInherited(namespace.isolation()).router(),
                Subject.place(mesh, tenant, namespace)));
        return levels;
    }

    private List<Level<Boundary>> namespaceBoundary(Tenant tenant, TenantNamespace namespace) {
        Boundary declared = isolation().boundary();
        List<Level<Boundary>> levels = new ArrayList<>();
        levels.add(new Level<>(
                "mesh " + mesh.name(),
                mesh,
                "isolation",
                declared == null ? Boundary.WORKLOAD : declared,
                Subject.place(mesh)));
        levels.add(new Level<>(
                "tenant " + tenant.name(),
                tenant,
                "isolation",
                orInherited(tenant.isolation()).boundary(),
                Subject.place(mesh, tenant)));
        levels.add(new Level<>(
                "namespace " + namespace.name(),
                namespace,
                "isolation",
                orInherited(namespace.isolation()).boundary(),
                Subject.place(mesh, tenant, namespace)));
        return levels;
    }

    private MeshIsolation isolation() {
        return Objects.requireNonNullElse(mesh.isolation(), MeshIsolation.STRICTEST);
    }

    private static Isolation orInherited(@Nullable Isolation isolation) {
        return Objects.requireNonNullElse(isolation, Isolation.INHERITED);
    }

    private static @Nullable MtlsMode mode(@Nullable MtlsScope scope) {
        return scope == null ? null : scope.mode();
    }
}
