package dev.tenantmesh.model.migration;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.mesh.MeshMtls;
import dev.tenantmesh.model.mesh.MtlsMigration;
import dev.tenantmesh.model.mesh.MtlsMigration.Stage;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantBuilder;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.TenantNamespaceBuilder;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.tenant.WorkloadBuilder;
import dev.tenantmesh.model.tenant.WorkloadMtls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a mesh can take on its way to mutual TLS: lock one namespace after the other, in any order, then the
 * mesh as a whole.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/">Mutual TLS Migration</a>
 */
public final class MtlsSteps {

    private final MeshModel model;
    private final Mesh mesh;
    private final MtlsMigration now;

    private MtlsSteps(MeshModel model, Mesh mesh, MtlsMigration now) {
        this.model = model;
        this.mesh = mesh;
        this.now = now;
    }

    /** Every step that can be next; none of a mesh that is not on its way. */
    public static List<MtlsStep> next(MeshModel model, Mesh mesh) {
        return mesh.migration()
                .map(now -> new MtlsSteps(model, mesh, now).all())
                .orElse(List.of());
    }

    /** The namespaces of a mesh that are not locked, sorted. */
    public static List<String> open(MeshModel model, Mesh mesh) {
        return mesh.migration().stream()
                .flatMap(now -> namespaces(model, mesh).filter(namespace -> !now.isLocked(namespace)))
                .toList();
    }

    private static Stream<String> namespaces(MeshModel model, Mesh mesh) {
        return model.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::name)
                .sorted();
    }

    private List<MtlsStep> all() {
        List<String> open = open(model, mesh);
        return open.isEmpty() ? List.of(last()) : open.stream().map(this::lock).toList();
    }

    private MtlsStep last() {
        return new MtlsStep(
                mesh.name() + "-lock-mesh",
                "Lock mesh " + mesh.name() + " as a whole; namespaces to come are locked from the beginning.",
                List.of("Mesh " + mesh.name() + ": remove `mtls.migration`."),
                Set.of(),
                with(null),
                List.of());
    }

    private MtlsStep lock(String namespace) {
        List<String> strict = new ArrayList<>(now.strict());
        strict.add(namespace);
        Mesh next = with(new MtlsMigration(Stage.NAMESPACES, strict, now.owner(), now.reason(), now.expires()));
        List<String> edits = new ArrayList<>();
        edits.add("Mesh " + mesh.name() + ": write `stage: namespaces` and `strict: [" + String.join(", ", strict)
                + "]` under `mtls.migration`.");
        List<Tenant> changed = model.tenantsOf(mesh).stream()
                .filter(tenant ->
                        tenant.namespaces().stream().anyMatch(own -> own.name().equals(namespace)))
                .map(tenant -> withoutPlaintextClients(tenant, namespace, next, edits))
                .toList();
        return new MtlsStep(
                mesh.name() + "-lock-" + namespace,
                "Lock namespace " + namespace + ": it takes mutual TLS only.",
                edits,
                Set.of(namespace),
                next,
                changed);
    }

    private Mesh with(@Nullable MtlsMigration migration) {
        return MeshBuilder.builder(mesh)
                .mtls(new MeshMtls(MtlsMode.STRICT, migration))
                .build();
    }

    /** Who was let in without an identity is nobody on ports that demand one. */
    private Tenant withoutPlaintextClients(Tenant tenant, String namespace, Mesh next, List<String> edits) {
        List<TenantNamespace> namespaces = tenant.namespaces().stream()
                .map(own -> own.name().equals(namespace) ? without(tenant, own, next, edits) : own)
                .toList();
        return namespaces.equals(tenant.namespaces())
                ? tenant
                : TenantBuilder.builder(tenant).namespaces(namespaces).build();
    }

    private TenantNamespace without(Tenant tenant, TenantNamespace namespace, Mesh next, List<String> edits) {
        List<Workload> workloads = new ArrayList<>();
        for (Workload workload : namespace.workloads()) {
            WorkloadMtls own = workload.mtls();
            if (own == null || own.plaintextClients().isEmpty() || takesPlaintext(tenant, namespace, workload, next)) {
                workloads.add(workload);
            } else {
                boolean saysMore = own.mode() != null || !own.ports().isEmpty();
                workloads.add(WorkloadBuilder.builder(workload)
                        .mtls(saysMore ? new WorkloadMtls(own.mode(), own.ports(), List.of()) : null)
                        .build());
                edits.add("Tenant " + tenant.name() + ": remove `mtls.plaintextClients` of workload " + namespace.name()
                        + "/" + workload.name() + ".");
            }
        }
        return workloads.equals(namespace.workloads())
                ? namespace
                : TenantNamespaceBuilder.builder(namespace).workloads(workloads).build();
    }

    private boolean takesPlaintext(Tenant tenant, TenantNamespace namespace, Workload workload, Mesh next) {
        return model.platforms().stream()
                .map(platform -> new EffectiveSettings(platform, next))
                .anyMatch(settings -> workload.ports().stream()
                        .anyMatch(port -> settings.mtls(tenant, namespace, workload, port.podPort())
                                        .effective()
                                != MtlsMode.STRICT));
    }
}
