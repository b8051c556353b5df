package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.Comparator;
import java.util.List;

/** Decides who is in a mesh and what holds for each: inheritance ends here. */
public final class MemberPlanner {

    private final Target target;
    private final Mesh mesh;
    private final EffectiveSettings settings;

    private MemberPlanner(Target target, Mesh mesh) {
        this.target = target;
        this.mesh = mesh;
        this.settings = new EffectiveSettings(target.platform(), mesh);
    }

    /** The members of a mesh, sorted. */
    public static Members plan(MeshModel model, Target target, Mesh mesh) {
        MemberPlanner planner = new MemberPlanner(target, mesh);
        List<MemberNamespace> namespaces = model.tenantsOf(mesh).stream()
                .flatMap(tenant -> tenant.namespaces().stream().map(namespace -> planner.namespace(tenant, namespace)))
                .sorted(Comparator.comparing(MemberNamespace::name))
                .toList();
        return new Members(mesh, namespaces);
    }

    private MemberNamespace namespace(Tenant tenant, TenantNamespace namespace) {
        String entry = "tenant/" + tenant.name() + "/namespaces/" + namespace.name();
        List<MemberWorkload> workloads = namespace.workloads().stream()
                .map(workload -> workload(tenant, namespace, workload, entry))
                .sorted(Comparator.comparing(MemberWorkload::name))
                .toList();
        List<MemberGateway> gateways = tenant.gateways().stream()
                .filter(gateway -> gateway.namespace().equals(namespace.name()))
                .map(gateway -> gateway(tenant, gateway))
                .sorted(Comparator.comparing(MemberGateway::name))
                .toList();
        return new MemberNamespace(
                tenant,
                namespace,
                Pods.all(namespace.name(), mesh.trustDomain()),
                settings.mtls(tenant, namespace).effective(),
                settings.podSecurity(tenant, namespace).effective(),
                settings.boundary(tenant, namespace).effective(),
                workloads,
                gateways,
                entry);
    }

    private MemberWorkload workload(Tenant tenant, TenantNamespace namespace, Workload workload, String entry) {
        List<MemberPort> ports = workload.ports().stream()
                .map(port -> new MemberPort(
                        port.name(),
                        port.port(),
                        port.podPort(),
                        settings.mtls(tenant, namespace, workload, port.podPort())
                                .effective()))
                .sorted(Comparator.comparingInt(MemberPort::podPort).thenComparing(MemberPort::name))
                .toList();
        return new MemberWorkload(
                workload,
                Pods.of(namespace.name(), workload.selector(), mesh.trustDomain(), workload.serviceAccount()),
                settings.mtls(tenant, namespace, workload).effective(),
                ports,
                settings.boundary(tenant, namespace, workload).effective(),
                settings.router(tenant, namespace, workload).effective(),
                entry + "/workloads/" + workload.name());
    }

    private MemberGateway gateway(Tenant tenant, Gateway gateway) {
        return new MemberGateway(
                gateway,
                Pods.of(gateway.namespace(), gateway.podLabels(), mesh.trustDomain(), gateway.account()),
                target.exposure(gateway.exposure().type()),
                "tenant/" + tenant.name() + "/gateways/" + gateway.name());
    }
}
