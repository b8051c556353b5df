package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Waypoint;
import dev.tenantmesh.model.tenant.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides who is in a mesh and what holds for each: inheritance ends here. */
public final class MemberPlanner {

    private final Mesh mesh;
    private final GatewayPlanner gateways;
    private final EffectiveSettings settings;

    private MemberPlanner(Target target, Mesh mesh) {
        this.mesh = mesh;
        this.gateways = new GatewayPlanner(target, mesh);
        this.settings = new EffectiveSettings(target.platform(), mesh);
    }

    /** The members of a mesh, sorted. */
    public static Members plan(MeshModel model, Target target, Mesh mesh) {
        MemberPlanner planner = new MemberPlanner(target, mesh);
        List<MemberEgressGateway> egressGateways = MemberEgressGateways.plan(mesh);
        List<MemberControlPlaneGateway> controlPlaneGateways = MemberControlPlaneGateway.plan(
                mesh, target.placement().map(where -> where.gatewaysOn(mesh)).orElse(List.of()));
        Optional<MemberEastWestGateway> eastWest = target.placement()
                .flatMap(where -> where.eastWest(mesh))
                .map(gateway -> MemberEastWestGateway.of(mesh, gateway));
        List<MemberNamespace> namespaces = Stream.of(
                        model.tenantsOf(mesh).stream().flatMap(planner::namespaces),
                        planner.gateways.shared(model).stream(),
                        MemberEgressGateways.namespaces(egressGateways).stream(),
                        controlPlaneGateways.stream().map(MemberControlPlaneGateway::namespace),
                        eastWest.stream().map(MemberEastWestGateway::namespace))
                .flatMap(all -> all)
                .sorted(Comparator.comparing(MemberNamespace::name))
                .toList();
        return new Members(
                mesh,
                namespaces,
                egressGateways,
                controlPlaneGateways,
                eastWest,
                new MemberExternals(target, namespaces, egressGateways).plan(model.tenantsOf(mesh)));
    }

    private Stream<MemberNamespace> namespaces(Tenant tenant) {
        return tenant.namespaces().stream().map(namespace -> namespace(tenant, namespace));
    }

    private MemberNamespace namespace(Tenant tenant, TenantNamespace namespace) {
        String entry = "tenant/" + tenant.name() + "/namespaces/" + namespace.name();
        List<MemberWorkload> workloads = namespace.workloads().stream()
                .map(workload -> workload(tenant, namespace, workload, entry))
                .sorted(Comparator.comparing(MemberWorkload::name))
                .toList();
        List<MemberGateway> gateways = this.gateways.of(tenant, namespace.name());
        return new MemberNamespace(
                tenant,
                namespace,
                namespace.name(),
                namespace.managed(),
                settings.dataPlane(namespace),
                Pods.all(namespace.name(), mesh.trustDomain()),
                settings.mtls(tenant, namespace).effective(),
                settings.isMigrating(namespace),
                settings.podSecurity(tenant, namespace).effective(),
                settings.boundary(tenant, namespace).effective(),
                workloads,
                gateways,
                Optional.ofNullable(namespace.waypoint()).map(waypoint -> waypoint(namespace, waypoint, entry)),
                entry);
    }

    private MemberWaypoint waypoint(TenantNamespace namespace, Waypoint waypoint, String entry) {
        return new MemberWaypoint(
                waypoint.name(),
                Pods.of(namespace.name(), waypoint.podLabels(), mesh.trustDomain(), waypoint.name()),
                GatewaySize.of(waypoint.replicas(), waypoint.resources()),
                entry + "/waypoint");
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
}
