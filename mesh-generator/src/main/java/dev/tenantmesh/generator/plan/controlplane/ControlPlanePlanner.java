package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Trait;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.Visibility;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Owner;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** Decides what a control plane is set to, and who may change it. */
public final class ControlPlanePlanner {

    private ControlPlanePlanner() {}

    /** The settings that isolation rests on; lists them for the user where somebody else makes the control plane. */
    public static ControlPlanePlan plan(MeshModel model, Target target, Members members, Problems problems) {
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
                members.names());
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

    /** The role of a tenant that owns its control plane, where the platform can delegate one. */
    public static Optional<DelegationPlan> delegation(
            MeshModel model, Target target, Members members, Problems problems) {
        ControlPlane.Owner owner = members.mesh().controlPlane().owner();
        if (owner == null || model.onlyTenant().isPresent()) {
            return Optional.empty(); // for one tenant no control plane is rendered, and its owners may be unknown
        }
        if (!target.profile().has(Trait.DELEGATES_CONTROL_PLANES)) {
            problems.info(
                    ProblemCode.NOT_DELEGATED,
                    model.origins().of(owner, "tenant"),
                    owner.tenant(),
                    "Control planes of " + target.profile().product() + " are resources of the whole cluster, so on"
                            + " platform '" + target.platform().name() + "' the mesh stays the platform's.",
                    "Nothing to do, unless the tenant must run it itself; then it needs a cluster of its own.");
            return Optional.empty();
        }
        List<String> groups = model.tenant(owner.tenant()).stream()
                .map(Tenant::owners)
                .flatMap(List::stream)
                .filter(group -> group.role() == Owner.Role.EDIT || group.role() == Owner.Role.ADMIN)
                .map(Owner::group)
                .toList();
        if (groups.isEmpty()) {
            problems.warning(
                    ProblemCode.NOT_DELEGATED,
                    model.origins().of(owner, "tenant"),
                    owner.tenant(),
                    "The tenant has no owner with the role edit or admin who could run the control plane.",
                    "Add one under the tenant's `owners`.");
            return Optional.empty();
        }
        Heading heading = new Heading(
                members.mesh().controlPlane().namespace(),
                "mesh-owner",
                members.mesh().name(),
                owner.tenant(),
                "mesh/" + members.mesh().name() + "/controlPlane/owner",
                "the tenant runs its own control plane");
        return Optional.of(new DelegationPlan(heading, groups));
    }
}
