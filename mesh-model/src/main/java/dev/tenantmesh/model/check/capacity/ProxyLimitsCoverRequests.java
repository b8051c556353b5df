package dev.tenantmesh.model.check.capacity;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Sidecar;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.Workload;
import java.util.Optional;

/**
 * A container whose limit is below its request is refused by the API server, and a pod with it never starts.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/">managing resources</a>
 */
public final class ProxyLimitsCoverRequests implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        model.tenants().stream()
                .map(Tenant::namespaces)
                .flatMap(namespaces -> namespaces.stream())
                .flatMap(namespace -> namespace.workloads().stream())
                .map(Workload::sidecar)
                .flatMap(sidecar -> Optional.ofNullable(sidecar).stream())
                .forEach(sidecar -> check(sidecar.resources(), model, problems));
    }

    private static void check(Sidecar.Resources resources, MeshModel model, Problems problems) {
        Sidecar.Amounts requests = resources.requests();
        Sidecar.Amounts limits = resources.limits();
        if (isBelow(Quantity.cpu(limits.cpu()), Quantity.cpu(requests.cpu()))) {
            report(model.origins().of(limits, "cpu"), limits.cpu(), requests.cpu(), problems);
        }
        if (isBelow(Quantity.memory(limits.memory()), Quantity.memory(requests.memory()))) {
            report(model.origins().of(limits, "memory"), limits.memory(), requests.memory(), problems);
        }
    }

    /** What cannot be read is reported elsewhere. */
    private static boolean isBelow(Optional<Quantity> limit, Optional<Quantity> request) {
        return limit.isPresent() && request.isPresent() && limit.get().isBelow(request.get());
    }

    private static void report(Origin origin, String limit, String request, Problems problems) {
        problems.error(
                ProblemCode.LIMIT_BELOW_REQUEST,
                origin,
                limit,
                "The limit is below the request of " + request + ", and a pod with such a proxy is refused.",
                "Raise the limit, or lower the request.");
    }
}
