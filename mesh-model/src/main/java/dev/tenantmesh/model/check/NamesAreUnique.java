package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A name stands for one thing. */
final class NamesAreUnique implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Unique unique = new Unique(model.origins(), problems);
        unique.check("platform", model.platforms(), Platform::name);
        unique.check("mesh", model.meshes(), mesh -> mesh.name());
        unique.check("tenant", model.tenants(), Tenant::name);
        model.platforms().forEach(platform -> {
            unique.check("tenant grant", platform.tenants(), grant -> grant.name());
            model.meshes()
                    .forEach(mesh -> unique.check(
                            "grant",
                            Stream.concat(platform.grants().stream(), mesh.grants().stream())
                                    .toList(),
                            grant -> grant.name()));
        });
        model.tenants().forEach(tenant -> check(tenant, unique));
    }

    private static void check(Tenant tenant, Unique unique) {
        unique.check("gateway", tenant.gateways(), gateway -> gateway.namespace() + "/" + gateway.name());
        for (TenantNamespace namespace : tenant.namespaces()) {
            List<Workload> workloads = namespace.workloads();
            unique.check("workload", workloads, Workload::name);
            unique.check(
                    "service",
                    workloads.stream()
                            .flatMap(workload -> workload.services().stream())
                            .toList(),
                    Service::name);
            workloads.forEach(workload -> unique.check("port", workload.ports(), ServicePort::name));
        }
    }

    private record Unique(Origins origins, Problems problems) {

        <R extends Record> void check(String what, Collection<R> all, Function<R, String> name) {
            Map<String, R> seen = new LinkedHashMap<>();
            for (R one : all) {
                R first = seen.putIfAbsent(name.apply(one), one);
                if (first != null && first != one) {
                    Origin other = origins.of(first, "name");
                    problems.error(
                            ProblemCode.DUPLICATE_NAME,
                            origins.of(one, "name"),
                            name.apply(one),
                            "There is another " + what + " of this name at " + other + ".",
                            "Rename one, or join the two.");
                }
            }
        }
    }
}
