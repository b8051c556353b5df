package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.generator.plan.cluster.ClusterPlan;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Trait;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.Visibility;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Service;
import java.util.List;
import java.util.Optional;

/** Decides what a control plane is set to. */
public final class ControlPlanePlanner {

    private ControlPlanePlanner() {}

    /**
     * The settings that isolation rests on; lists them for the user where somebody else makes the control plane.
     *
     * @param everyone the members of all clusters
     */
    public static ControlPlanePlan plan(
            MeshModel model, Target target, Members members, Members everyone, Problems problems) {
        EffectiveSettings settings = new EffectiveSettings(target.platform(), members.mesh());
        ControlPlane controlPlane = members.mesh().controlPlane();
        Heading heading = new Heading(
                controlPlane.namespace(),
                target.revision(members.mesh()),
                members.mesh().name(),
                null,
                "mesh/" + members.mesh().name() + "/controlPlane",
                "carries the settings that isolation rests on",
                Rollout.CONTROL_PLANE);
        ControlPlanePlan plan = new ControlPlanePlan(
                heading,
                controlPlane.isGenerated(),
                members.mesh().trustDomain(),
                settings.mtls().effective(),
                settings.egress().ofProxies(),
                settings.visibility() == Visibility.BOUNDARY,
                members.hasAmbient() ? Optional.of(target.ztunnelNamespace()) : Optional.empty(),
                hasRoutesElsewhere(members),
                cluster(target, everyone),
                members.names(),
                members.mesh().isJoinedByTenants(target.platform().document()));
        if (target.profile().has(Trait.OPERATOR_MAKES_MESH_MTLS) && plan.mtls() == MtlsMode.DISABLE) {
            problems.error(
                    ProblemCode.UNSUPPORTED_OPTION,
                    model.origins().of(members.mesh(), "mtls"),
                    "DISABLE",
                    target.profile().product() + " knows only STRICT and PERMISSIVE for a whole mesh.",
                    "Write PERMISSIVE, and DISABLE at the namespaces or workloads that need it.");
        }
        if (!plan.generated()) {
            problems.info(
                    ProblemCode.RELIES_ON,
                    model.origins().of(controlPlane, "provision"),
                    controlPlane.namespace() + "/" + plan.heading().name(),
                    "On platform '" + target.platform().name() + "' isolation relies on these settings of it: "
                            + String.join(
                                    "; ", Reliance.of(plan, target.profile().membership())) + ".",
                    "Check that they hold; its namespace gets no policies from here.");
            reportExports(model, target, plan, controlPlane, problems);
            reportAmbient(model, target, plan, controlPlane, problems);
        }
        return plan;
    }

    private static void reportAmbient(
            MeshModel model, Target target, ControlPlanePlan plan, ControlPlane controlPlane, Problems problems) {
        plan.ztunnel()
                .ifPresent(namespace -> problems.info(
                        ProblemCode.RELIES_ON,
                        model.origins().of(controlPlane, "provision"),
                        controlPlane.namespace() + "/" + controlPlane.name(),
                        "On platform '" + target.platform().name() + "' pods without a proxy of their own rely on: "
                                + String.join("; ", Reliance.ambient(namespace)) + ".",
                        "Check that they hold."));
    }

    /** Whether routes of the Gateway API stand in other namespaces than their Gateway. */
    private static boolean hasRoutesElsewhere(Members members) {
        return members.namespaces().stream()
                .flatMap(namespace -> namespace.gateways().stream())
                .filter(MemberGateway::isOfGatewayApi)
                .flatMap(gateway -> gateway.bindings().stream())
                .anyMatch(binding -> binding.delegate() != null);
    }

    /** A control plane for another cluster takes that one for its own. */
    private static Optional<ClusterPlan> cluster(Target target, Members everyone) {
        Mesh mesh = everyone.mesh();
        return target.placement().map(where -> {
            Role role = where.role(mesh);
            Cluster cluster = role == Role.CONTROL ? where.clustersOf(mesh).get(0) : where.cluster();
            return new ClusterPlan(
                    role,
                    mesh.name(),
                    cluster.name(),
                    cluster.network(),
                    where.gatewayOf(mesh).map(ControlPlaneGateway::host).orElse(null),
                    where.configuredIn(mesh)
                            .flatMap(primary -> where.gatewayOf(mesh)
                                    .map(gateway -> new ClusterPlan.Primary(primary.name(), address(gateway)))),
                    role == Role.PRIMARY && where.servesOthers(mesh),
                    where.clustersOf(mesh).size() > 1 ? Optional.of(shared(target, everyone)) : Optional.empty(),
                    target.platform().network().serviceDomain());
        });
    }

    /** The one address of the gateway before a primary. */
    private static String address(ControlPlaneGateway gateway) {
        String cidr = gateway.addresses().get(0);
        return cidr.substring(0, cidr.indexOf('/'));
    }

    private static List<String> shared(Target target, Members everyone) {
        return everyone.namespaces().stream()
                .flatMap(namespace -> namespace.workloads().stream()
                        .flatMap(workload -> workload.source().services().stream())
                        .filter(Service::crossesClusters)
                        .map(service -> target.platform().network().serviceHost(service.name(), namespace.name())))
                .sorted()
                .toList();
    }

    private static void reportExports(
            MeshModel model, Target target, ControlPlanePlan plan, ControlPlane controlPlane, Problems problems) {
        if (plan.exportsNothing()) {
            problems.info(
                    ProblemCode.VISIBILITY_RELIES_ON,
                    model.origins().of(controlPlane, "provision"),
                    controlPlane.namespace() + "/" + plan.heading().name(),
                    "On platform '" + target.platform().name()
                            + "' tenants learn of each other's Services unless it has"
                            + " these settings: "
                            + String.join(
                                    "; ",
                                    Reliance.exports(plan, target.profile().membership())) + ".",
                    "Check that they hold, or write `visibility: mesh`.");
        }
    }

    /** The proxies of nodes, if pods of the mesh need them and their control plane is made here. */
    public static Optional<ZtunnelPlan> ztunnel(Target target, Members members) {
        ControlPlane controlPlane = members.mesh().controlPlane();
        if (!members.hasAmbient() || !controlPlane.isGenerated()) {
            return Optional.empty();
        }
        Heading heading = new Heading(
                "",
                "default",
                members.mesh().name(),
                null,
                "mesh/" + members.mesh().name() + "/dataPlane",
                "the proxies of nodes, for the pods that have none of their own",
                Rollout.CONTROL_PLANE);
        return Optional.of(
                new ZtunnelPlan(heading, target.ztunnelNamespace(), controlPlane.name(), controlPlane.namespace()));
    }
}
