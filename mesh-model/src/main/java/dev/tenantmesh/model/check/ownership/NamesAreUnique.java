package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.mesh.AllowedTenant;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.yaml.Origins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A name stands for one thing. */
public final class NamesAreUnique implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Unique unique = new Unique(model.origins(), problems);
        unique.check("platform", model.platforms(), Platform::name);
        unique.check("mesh", model.meshes(), Mesh::name);
        unique.check("tenant", model.tenants(), Tenant::name);
        for (Platform platform : model.platforms()) {
            unique.check("tenant grant", platform.tenants(), TenantGrant::name);
            unique.check("cluster", platform.clusters(), Cluster::name);
            unique.check("grant", platform.grants(), PeerGrant::name);
            model.meshes().forEach(mesh -> unique.check("grant", grants(platform, mesh), PeerGrant::name));
        }
        model.meshes().forEach(mesh -> unique.check("egress gateway", mesh.egressGateways(), EgressGateway::path));
        for (Mesh mesh : model.meshes()) {
            unique.check("shared gateway", mesh.gateways(), SharedGateway::name);
            mesh.gateways()
                    .forEach(gateway ->
                            unique.check("allowed tenant", "tenant", gateway.allowedTenants(), AllowedTenant::tenant));
        }
        model.tenants().forEach(tenant -> check(tenant, unique));
    }

    private static List<PeerGrant> grants(Platform platform, Mesh mesh) {
        return Stream.concat(platform.grants().stream(), mesh.grants().stream()).toList();
    }

    private static void check(Tenant tenant, Unique unique) {
        unique.check("gateway", tenant.gateways(), gateway -> gateway.namespace() + "/" + gateway.name());
        unique.checkMade(tenant.gateways());
        unique.check("external", tenant.externals(), External::name);
        unique.check("external", "host", tenant.externals(), External::host);
        for (TenantNamespace namespace : tenant.namespaces()) {
            List<Workload> workloads = namespace.workloads();
            List<Service> services = workloads.stream()
                    .flatMap(workload -> workload.services().stream())
                    .toList();
            unique.check("workload", workloads, Workload::name);
            unique.check("service", services, Service::name);
            unique.checkServices(tenant, namespace, services);
            workloads.forEach(workload -> unique.check("port", workload.ports(), ServicePort::name));
            services.forEach(service -> unique.checkNumbers(service.ports()));
        }
    }

    private record Unique(Origins origins, Problems problems) {

        <R extends Record> void check(String what, List<R> all, Function<R, String> name) {
            check(what, "name", all, name);
        }

        <R extends Record> void check(String what, String key, List<R> all, Function<R, String> name) {
            Map<String, R> seen = new HashMap<>();
            for (R one : all) {
                R first = seen.putIfAbsent(name.apply(one), one);
                if (first != null) {
                    problems.error(
                            ProblemCode.DUPLICATE_NAME,
                            origins.of(one, key),
                            name.apply(one),
                            "There is another " + what + " of this name at " + origins.of(first, key) + ".",
                            "Rename one, or join the two.");
                }
            }
        }

        /** The control plane makes a Service for a gateway that has another name than it. */
        void checkMade(List<Gateway> gateways) {
            Map<String, Gateway> seen = new HashMap<>();
            for (Gateway gateway : gateways) {
                Gateway first = seen.putIfAbsent(gateway.namespace() + "/" + gateway.service(), gateway);
                if (first != null && !first.name().equals(gateway.name())) {
                    problems.error(
                            ProblemCode.DUPLICATE_NAME,
                            origins.of(gateway, "name"),
                            gateway.name(),
                            "Its Service `" + gateway.service() + "` is also that of the gateway at "
                                    + origins.of(first, "name") + ".",
                            "Rename one.");
                }
            }
        }

        /** A gateway that is made here, or by the control plane, has a Service of its own. */
        void checkServices(Tenant tenant, TenantNamespace namespace, List<Service> services) {
            tenant.gateways().stream()
                    .filter(gateway ->
                            gateway.isGenerated() && gateway.namespace().equals(namespace.name()))
                    .forEach(gateway -> services.stream()
                            .filter(service -> service.name().equals(gateway.service()))
                            .findFirst()
                            .ifPresent(service -> problems.error(
                                    ProblemCode.DUPLICATE_NAME,
                                    origins.of(gateway, "name"),
                                    gateway.service(),
                                    "The gateway's Service would have the name of the one at "
                                            + origins.of(service, "name") + ".",
                                    "Rename one.")));
        }

        /** A Service has a port once; the API server refuses it otherwise. */
        void checkNumbers(List<ServicePort> ports) {
            Map<Integer, ServicePort> seen = new HashMap<>();
            for (ServicePort port : ports) {
                ServicePort first = seen.putIfAbsent(port.port(), port);
                if (first != null) {
                    problems.error(
                            ProblemCode.DUPLICATE_NAME,
                            origins.of(port, "port"),
                            String.valueOf(port.port()),
                            "The Service has this port already, at " + origins.of(first, "port") + ".",
                            "Give it another number, or remove one.");
                }
            }
        }
    }
}
