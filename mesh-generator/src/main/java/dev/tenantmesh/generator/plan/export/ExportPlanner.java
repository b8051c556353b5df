package dev.tenantmesh.generator.plan.export;

import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.generator.plan.flow.OpenFlow;
import dev.tenantmesh.generator.plan.member.MemberEastWestGateway;
import dev.tenantmesh.generator.plan.member.MemberExternal;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Visibility;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Service;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides in which namespaces each Service is known: its own, and those of its clients and gateways. Services are the
 * tenants' own, so their manifests have to carry it.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/annotations/#NetworkingExportTo">exportTo</a>
 */
public final class ExportPlanner {

    private static final int MOST_NAMED = 10;

    private final Members members;
    private final Flows flows;

    private ExportPlanner(Members members, Flows flows) {
        this.members = members;
        this.flows = flows;
    }

    /** The export of every declared Service of a mesh, sorted; none if everything is known everywhere. */
    public static List<ServiceExport> plan(
            MeshModel model, Target target, Members members, Flows flows, Problems problems) {
        if (new EffectiveSettings(target.platform(), members.mesh()).visibility() == Visibility.MESH) {
            return List.of();
        }
        ExportPlanner planner = new ExportPlanner(members, flows);
        List<ServiceExport> exports = members.namespaces().stream()
                .flatMap(namespace -> Stream.concat(planner.plan(namespace), planner.gateways(namespace, false)))
                .toList();
        report(model, target, members, exports, problems);
        return exports;
    }

    /** The exports of the gateways' Services that are made here; none if everything is known everywhere. */
    public static GatewayExports ofGateways(Target target, Members members, Flows flows) {
        if (new EffectiveSettings(target.platform(), members.mesh()).visibility() == Visibility.MESH) {
            return new GatewayExports(List.of());
        }
        ExportPlanner planner = new ExportPlanner(members, flows);
        Stream<ServiceExport> ingress =
                members.namespaces().stream().flatMap(namespace -> planner.gateways(namespace, true));
        Stream<ServiceExport> egress = members.egressGateways().stream().map(gateway -> {
            Stream<Pods> clients = members.through(gateway).stream()
                    .flatMap(external -> external.clients().stream())
                    .map(MemberExternal.Client::pods);
            return new ServiceExport(
                    gateway.namespace().name(), gateway.name(), others(clients, gateway.namespace()), gateway.entry());
        });
        return new GatewayExports(Stream.concat(ingress, egress).toList());
    }

    /** Gateways that workloads of other namespaces call. */
    private Stream<ServiceExport> gateways(MemberNamespace namespace, boolean generated) {
        return namespace.gateways().stream()
                .filter(gateway -> gateway.generated().isPresent() == generated)
                .map(gateway -> new ServiceExport(
                        namespace.name(),
                        gateway.service(),
                        others(flows.edgesTo(gateway.pods()).stream().map(Flow::client), namespace),
                        gateway.entry()))
                .filter(ServiceExport::crossesNamespaces);
    }

    private Stream<ServiceExport> plan(MemberNamespace namespace) {
        if (namespace.isOpen()) {
            Stream<Pods> clients = flows.openTo(namespace.everyPod()).stream().map(OpenFlow::client);
            return Stream.of(new ServiceExport(namespace.name(), null, others(clients, namespace), namespace.entry()));
        }
        return namespace.workloads().stream()
                .flatMap(workload -> workload.source().services().stream()
                        .map(service -> new ServiceExport(
                                namespace.name(),
                                service.name(),
                                clients(namespace, workload, service),
                                workload.entry())));
    }

    private List<String> clients(MemberNamespace namespace, MemberWorkload workload, Service service) {
        Stream<Flow> all =
                Stream.concat(flows.insideTo(workload.pods()).stream(), flows.edgesTo(workload.pods()).stream());
        Stream<Pods> byGateway =
                service.crossesClusters() ? members.eastWest().stream().map(MemberEastWestGateway::pods) : Stream.of();
        return others(
                Stream.concat(all.filter(flow -> flow.isReachedThrough(service)).map(Flow::client), byGateway),
                namespace);
    }

    private static List<String> others(Stream<Pods> clients, MemberNamespace namespace) {
        return clients.map(Pods::namespace)
                .filter(client -> !client.equals(namespace.name()))
                .toList();
    }

    /** Says once for a mesh what tenants have to write: the same on every platform, and maybe not in each of its clusters. */
    private static void report(
            MeshModel model, Target target, Members members, List<ServiceExport> exports, Problems problems) {
        List<ServiceExport> crossing =
                exports.stream().filter(ServiceExport::crossesNamespaces).toList();
        if (crossing.isEmpty()) {
            return;
        }
        String named =
                crossing.stream().limit(MOST_NAMED).map(ExportPlanner::named).collect(Collectors.joining("; "));
        String more = crossing.size() > MOST_NAMED ? "; and " + (crossing.size() - MOST_NAMED) + " more" : "";
        problems.info(
                ProblemCode.SERVICE_EXPORT,
                model.origins().of(members.mesh(), "name"),
                members.mesh().name(),
                (target.placement().isPresent()
                                ? "On platform '" + target.platform().name() + "' clients"
                                : "Clients")
                        + " in other namespaces find these Services only with the annotation"
                        + " networking.istio.io/exportTo: " + named + more + ".",
                "Use the kustomize components below `_components`, which add it, or write it into the tenants' manifests.");
    }

    private static String named(ServiceExport export) {
        String what = export.service() == null ? "every Service" : export.service();
        return export.namespace() + "/" + what + " \"" + export.exportTo() + "\"";
    }
}
