package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshIndex.Member;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.route.RoutedHosts;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.AllowFrom;
import dev.tenantmesh.model.tenant.Call;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.ServicePort;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.Optional;
import java.util.stream.Stream;

/** Every name refers to something; what a tenant says of itself is checked to the port, of others to what it names. */
public final class ReferencesResolve implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        References references = new References(model, new MeshIndex(model.tenants()), problems);
        model.tenants().forEach(tenant -> checkTenant(tenant, references));
        RoutedHosts.of(model).forEach(routed -> checkRoutes(routed, references));
        for (Mesh mesh : model.meshes()) {
            if (mesh.controlPlane().owner() != null) {
                references.tenant(
                        mesh.controlPlane().owner().tenant(),
                        mesh.controlPlane().owner(),
                        "tenant");
                references.platforms(
                        mesh.controlPlane().owner().platforms(),
                        mesh.controlPlane().owner());
            }
            if (mesh.membership() != null) {
                references.platforms(mesh.membership().platforms(), mesh.membership());
            }
            if (mesh.shadow() != null) {
                references.platforms(mesh.shadow().platforms(), mesh.shadow());
            }
        }
        model.platforms().stream()
                .flatMap(platform -> platform.tenants().stream())
                .forEach(references::granteeInfo);
        Stream.concat(
                        model.platforms().stream().flatMap(platform -> platform.grants().stream()),
                        model.meshes().stream().flatMap(mesh -> mesh.grants().stream()))
                .flatMap(grant -> grant.to().stream())
                .forEach(target -> checkTarget(target, references));
    }

    private static void checkTenant(Tenant tenant, References references) {
        references.mesh(tenant.mesh(), tenant);
        for (TenantNamespace namespace : tenant.namespaces()) {
            for (Workload workload : namespace.workloads()) {
                workload.allowFrom().forEach(from -> checkAllowFrom(tenant, namespace, workload, from, references));
            }
        }
        tenant.calls().forEach(call -> checkCall(tenant, call, references));
        tenant.gateways().forEach(gateway -> references.namespace(tenant.name(), gateway.namespace(), gateway));
        tenant.externals().stream()
                .flatMap(external -> external.from().stream())
                .forEach(client -> checkClient(tenant, client, references));
    }

    private static void checkAllowFrom(
            Tenant tenant, TenantNamespace namespace, Workload server, AllowFrom from, References references) {
        references.ports(server.ports(), from.ports(), from);
        String client = from.tenant() == null ? tenant.name() : from.tenant();
        if (!references.tenant(client, from, "tenant") || !references.clientNamespace(from, tenant)) {
            return;
        }
        String clientNamespace = from.namespace() == null ? namespace.name() : from.namespace();
        references
                .namespace(client, clientNamespace, from)
                .ifPresent(member -> references.workload(member, from.workload(), from));
    }

    private static void checkCall(Tenant tenant, Call call, References references) {
        references.caller(tenant, call);
        Call.To to = call.to();
        if (references.tenant(to.tenant(), to, "tenant")) {
            references
                    .namespace(to.tenant(), to.namespace(), to)
                    .flatMap(member -> references.service(member, to.service(), to))
                    .ifPresent(offer -> references.ports(offer.service().ports(), to.ports(), to));
        }
    }

    private static void checkRoutes(RoutedHosts routed, References references) {
        for (Route route : routed.routes()) {
            Route.Destination to = route.to();
            references
                    .namespace(routed.tenant().name(), to.namespace(), to)
                    .flatMap(member -> references.service(member, to.service(), to))
                    .ifPresent(offer -> references.port(
                            offer.service().ports().stream()
                                    .map(ServicePort::name)
                                    .toList(),
                            to.port(),
                            references.origins().of(to, "port")));
        }
    }

    private static void checkClient(Tenant tenant, External.Client client, References references) {
        Optional<Member> member = references.namespace(tenant.name(), client.namespace(), client);
        if (member.isPresent() && client.workload() != null) {
            references.workload(member.get(), client.workload(), client);
        }
    }

    private static void checkTarget(PeerGrant.Target target, References references) {
        if (!references.tenant(target.tenant(), target, "tenant") || target.namespace() == null) {
            return;
        }
        Optional<Member> member = references.namespace(target.tenant(), target.namespace(), target);
        if (member.isPresent() && target.workload() != null) {
            references.workload(member.get(), target.workload(), target);
        }
    }
}
