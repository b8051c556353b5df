package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Warns where proxies would need one listener for two protocols: HTTP for a Service of the mesh, whose port name says
 * so, and TCP or TLS for a peer outside. One of the two then does not work.
 *
 * @see <a href="https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/">protocol
 *     selection</a>
 */
public final class ListenersDoNotConflict implements Rule {

    private static final Set<String> HTTP = Set.of("http", "http2", "grpc");

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            Map<Integer, Origin> services = services(model, tenant.mesh());
            for (External external : tenant.externals()) {
                for (int i = 0; i < external.ports().size(); i++) {
                    External.Port port = external.ports().get(i);
                    if (port.protocol() != External.Protocol.HTTP) {
                        check(port.port(), model.origins().of(external, "ports", i), services, problems);
                    }
                }
            }
        }
        model.meshes().forEach(mesh -> {
            Map<Integer, Origin> services = services(model, mesh.name());
            Stream.concat(
                            mesh.grants().stream(),
                            model.platforms().stream().flatMap(platform -> platform.grants().stream()))
                    .filter(grant -> grant.direction() == PeerGrant.Direction.EGRESS)
                    .filter(grant -> grant.to().stream().anyMatch(to -> isOf(to.tenant(), mesh.name(), model)))
                    .forEach(grant -> check(grant, model, services, problems));
        });
    }

    private static void check(PeerGrant grant, MeshModel model, Map<Integer, Origin> services, Problems problems) {
        for (int i = 0; i < grant.ports().size(); i++) {
            check(grant.ports().get(i).port(), model.origins().of(grant, "ports", i), services, problems);
        }
    }

    private static void check(int port, Origin origin, Map<Integer, Origin> services, Problems problems) {
        Origin service = services.get(port);
        if (service != null) {
            problems.warning(
                    ProblemCode.LISTENER_CONFLICT,
                    origin,
                    String.valueOf(port),
                    "Proxies expect HTTP on this port, for the Service at " + service + ", and here it is not HTTP; one"
                            + " of the two will not be reached.",
                    "Use another port for one of them.");
        }
    }

    /** The first Service on each port that is HTTP by its name. */
    private static Map<Integer, Origin> services(MeshModel model, String mesh) {
        Map<Integer, Origin> found = new HashMap<>();
        model.tenants().stream()
                .filter(tenant -> tenant.mesh().equals(mesh))
                .flatMap(tenant -> tenant.namespaces().stream())
                .flatMap(namespace -> namespace.workloads().stream())
                .flatMap(workload -> workload.ports().stream())
                .filter(ListenersDoNotConflict::isHttp)
                .forEach(port -> found.putIfAbsent(port.port(), model.origins().of(port, "port")));
        return found;
    }

    private static boolean isOf(String tenant, String mesh, MeshModel model) {
        return model.tenant(tenant).filter(known -> known.mesh().equals(mesh)).isPresent();
    }

    private static boolean isHttp(ServicePort port) {
        int dash = port.name().indexOf('-');
        return HTTP.contains(dash < 0 ? port.name() : port.name().substring(0, dash));
    }
}
