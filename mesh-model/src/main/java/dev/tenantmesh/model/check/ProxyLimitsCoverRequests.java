package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Quantity;
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
final class ProxyLimitsCoverRequests implements Rule {

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
            report(limits, "cpu", limits.cpu(), requests.cpu(), model, problems);
        }
        if (isBelow(Quantity.memory(limits.memory()), Quantity.memory(requests.memory()))) {
            report(limits, "memory", limits.memory(), requests.memory(), model, problems);
        }
    }

    /** What cannot be read is reported elsewhere. */
    private static boolean isBelow(Optional<Quantity> limit, Optional<Quantity> request) {
        return limit.isPresent() && request.isPresent() && limit.get().isBelow(request.get());
    }

    private static void report(
            Sidecar.Amounts limits, String key, String limit, String request, MeshModel model, Problems problems) {
        problems.error(
                ProblemCode.LIMIT_BELOW_REQUEST,
                model.origins().of(limits, key),
                limit,
                "The limit is below the request of " + request + ", and a pod with such a proxy is refused.",
                "Raise the limit, or lower the request.");
    }
}
