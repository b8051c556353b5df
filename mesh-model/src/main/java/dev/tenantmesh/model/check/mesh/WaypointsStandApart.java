package dev.tenantmesh.model.check.mesh;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Waypoint;
import dev.tenantmesh.model.tenant.Workload;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A waypoint has an identity that nobody else has, stands before Services that are declared, and before those of no
 * gateway: whoever shared its identity would pass for it at every pod behind it.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Configure waypoint proxies</a>
 */
public final class WaypointsStandApart implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Tenant tenant : model.tenants()) {
            for (TenantNamespace namespace : tenant.namespaces()) {
                Waypoint waypoint = namespace.waypoint();
                if (waypoint != null) {
                    new Check(model, problems, namespace, waypoint).run(tenant);
                }
            }
        }
    }

    private record Check(MeshModel model, Problems problems, TenantNamespace namespace, Waypoint waypoint) {

        void run(Tenant tenant) {
            tenant.gateways().stream()
                    .filter(gateway -> gateway.namespace().equals(namespace.name()))
                    .forEach(this::refuseGateway);
            if (namespace.workloads().isEmpty()) {
                refuseNothing();
            }
            refuse(taken().get(waypoint.name()));
        }

        /** What there is in the namespace under which name, in the words of the message. */
        private Map<String, String> taken() {
            Map<String, String> taken = new TreeMap<>();
            for (Workload workload : namespace.workloads()) {
                for (Service service : workload.services()) {
                    taken.put(service.name(), "is a Service's at " + place(service, "name"));
                }
                taken.put(workload.name(), "is a workload's at " + place(workload, "name"));
            }
            for (Workload workload : namespace.workloads()) {
                taken.put(
                        workload.serviceAccount(),
                        "is the service account of a workload at " + place(workload, "serviceAccount")
                                + ", which would pass for the waypoint");
            }
            taken.put(
                    "default",
                    "is the service account of every pod that names none, and those would pass for the" + " waypoint");
            return taken;
        }

        private Origin place(Record record, String key) {
            return model.origins().of(record, key);
        }

        private void refuse(@Nullable String whose) {
            if (whose != null) {
                problems.error(
                        ProblemCode.WAYPOINT_NAME_TAKEN,
                        place(waypoint, "name"),
                        waypoint.name(),
                        "The control plane makes a Deployment, a Service and a service account of this name, and it "
                                + whose + ".",
                        "Give the waypoint a name that nothing else in namespace '" + namespace.name() + "' has.");
            }
        }

        private void refuseNothing() {
            problems.error(
                    ProblemCode.WAYPOINT_WITHOUT_WORKLOADS,
                    place(waypoint, "name"),
                    waypoint.name(),
                    "Namespace '" + namespace.name()
                            + "' declares no workloads, so that nobody knows for which Services"
                            + " the waypoint should let whom through.",
                    "Declare the workloads with their Services, or leave the waypoint out.");
        }

        private void refuseGateway(Gateway gateway) {
            problems.error(
                    ProblemCode.WAYPOINT_BESIDE_GATEWAY,
                    place(waypoint, "name"),
                    waypoint.name(),
                    "A waypoint stands before every Service of its namespace, also before that of gateway '"
                            + gateway.name() + "' at " + place(gateway, "name") + ", whose clients it would refuse.",
                    "Let the gateway stand in a namespace of its own.");
        }
    }
}
