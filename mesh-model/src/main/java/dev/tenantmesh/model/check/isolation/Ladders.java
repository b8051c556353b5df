package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.effective.Ladder;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.stream.Stream;

/** Every setting of every place of a mesh. */
public final class Ladders {

    private Ladders() {}

    static Stream<Ladder<?>> of(EffectiveSettings settings, Mesh mesh, MeshModel model) {
        return Stream.concat(
                Stream.of(settings.mtls()),
                model.tenantsOf(mesh).stream()
                        .flatMap(tenant ->
                                tenant.namespaces().stream().flatMap(namespace -> of(settings, tenant, namespace))));
    }

    private static Stream<Ladder<?>> of(EffectiveSettings settings, Tenant tenant, TenantNamespace namespace) {
        return Stream.concat(
                Stream.of(
                        settings.mtls(tenant, namespace),
                        settings.router(tenant, namespace),
                        settings.boundary(tenant, namespace),
                        settings.podSecurity(tenant, namespace)),
                namespace.workloads().stream().flatMap(workload -> of(settings, tenant, namespace, workload)));
    }

    private static Stream<Ladder<?>> of(
            EffectiveSettings settings, Tenant tenant, TenantNamespace namespace, Workload workload) {
        Stream<Ladder<?>> ports = workload.mtls() == null
                ? Stream.of()
                : workload.mtls().ports().keySet().stream()
                        .sorted()
                        .map(port -> settings.mtls(tenant, namespace, workload, port));
        return Stream.concat(
                Stream.of(
                        settings.mtls(tenant, namespace, workload),
                        settings.router(tenant, namespace, workload),
                        settings.boundary(tenant, namespace, workload)),
                ports);
    }
}
