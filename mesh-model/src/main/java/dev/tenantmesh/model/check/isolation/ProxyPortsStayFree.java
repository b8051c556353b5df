package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;

/**
 * No workload or gateway listens on a port of the proxy beside it: opening such a port opens the proxy, which takes no
 * PeerAuthentication into account there.
 *
 * @see <a href="https://istio.io/latest/docs/ops/deployment/application-requirements/#ports-used-by-istio">ports used
 *     by Istio</a>
 */
public final class ProxyPortsStayFree implements Rule {

    private static final int FIRST = 15_000;
    private static final int LAST = 15_099;

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            tenant.namespaces().stream()
                    .flatMap(namespace -> namespace.workloads().stream())
                    .flatMap(workload -> workload.ports().stream())
                    .forEach(port -> check(port.podPort(), origin(port, model), problems));
            for (Gateway gateway : tenant.gateways()) {
                check(gateway.podPort(), model.origins().of(gateway, "targetPort"), problems);
            }
        }
    }

    private static Origin origin(ServicePort port, MeshModel model) {
        return model.origins().of(port, port.targetPort() == null ? "port" : "targetPort");
    }

    private static void check(int podPort, Origin origin, Problems problems) {
        if (podPort >= FIRST && podPort <= LAST) {
            problems.error(
                    ProblemCode.PROXY_PORT,
                    origin,
                    String.valueOf(podPort),
                    "The proxy beside the pod keeps ports " + FIRST + " to " + LAST + " for itself.",
                    "Let the pod listen on another port.");
        }
    }
}
