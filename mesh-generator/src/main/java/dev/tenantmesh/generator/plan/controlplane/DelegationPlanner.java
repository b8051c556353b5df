package dev.tenantmesh.generator.plan.controlplane;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.controlplane.DelegationPlan.Right;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Trait;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.Membership;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Owner;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what tenants may do themselves about their control plane, where a platform can give it to them by roles in a
 * namespace. Where control planes are resources of the cluster it cannot: their values are carried out by an operator, or by
 * whoever runs the charts, with every right there is.
 */
public final class DelegationPlanner {

    private final MeshModel model;
    private final Target target;
    private final Mesh mesh;
    private final Problems problems;

    private DelegationPlanner(MeshModel model, Target target, Mesh mesh, Problems problems) {
        this.model = model;
        this.target = target;
        this.mesh = mesh;
        this.problems = problems;
    }

    /** What is handed over; for one tenant alone nothing, since no control plane is rendered and owners may be unknown. */
    public static List<DelegationPlan> plan(MeshModel model, Target target, Members members, Problems problems) {
        if (model.onlyTenant().isPresent()) {
            return List.of();
        }
        DelegationPlanner planner = new DelegationPlanner(model, target, members.mesh(), problems);
        List<DelegationPlan> plans = new ArrayList<>();
        planner.controlPlane().ifPresent(plans::add);
        planner.membership().ifPresent(plans::add);
        return plans;
    }

    private boolean isDelegable() {
        return target.profile().has(Trait.DELEGATES_CONTROL_PLANES);
    }

    private Optional<DelegationPlan> controlPlane() {
        ControlPlane.Owner owner = mesh.controlPlane().owner();
        if (owner == null || !owner.ownsOn(target.platform().document())) {
            return Optional.empty();
        }
        if (!isDelegable()) {
            problems.error(
                    ProblemCode.NOT_DELEGATED,
                    model.origins().of(owner, "tenant"),
                    owner.tenant(),
                    "Control planes of " + target.profile().product() + " are resources of the whole cluster, so on"
                            + " platform '" + target.platform().name()
                            + "' whoever may change one has every right there is.",
                    "Name the platforms that can under `platforms:`, or leave `owner` out: a mesh of its own, which the"
                            + " platform team runs, closes the tenant as well.");
            return Optional.empty();
        }
        List<String> groups =
                model.tenant(owner.tenant()).map(DelegationPlanner::writers).orElse(List.of());
        if (groups.isEmpty()) {
            problems.warning(
                    ProblemCode.NOT_DELEGATED,
                    model.origins().of(owner, "tenant"),
                    owner.tenant(),
                    "The tenant has no owner with the role edit or admin who could run the control plane.",
                    "Add one under the tenant's `owners`.");
            return Optional.empty();
        }
        Heading heading = heading("mesh-owner", owner.tenant(), "owner", "the tenant runs its own control plane");
        return Optional.of(
                new DelegationPlan(Right.OWN, mesh.controlPlaneOn(target.platform()), heading, heading, groups));
    }

    private Optional<DelegationPlan> membership() {
        Membership membership = mesh.membership();
        if (membership == null || !membership.isOfTenants(target.platform().document())) {
            return Optional.empty();
        }
        if (!isDelegable()) {
            problems.error(
                    ProblemCode.MEMBERSHIP_NOT_DELEGATED,
                    model.origins().of(membership, "by"),
                    "tenant",
                    "With " + target.profile().product() + " a namespace is in a mesh by its labels, so on platform '"
                            + target.platform().name()
                            + "' whoever may write them moves it into any mesh, and out of its Pod Security.",
                    "Name the platforms that can under `platforms:`, or leave `membership` out: the platform team applies"
                            + " the Namespaces that are rendered.");
            return Optional.empty();
        }
        List<String> groups = model.tenantsOf(mesh).stream()
                .flatMap(tenant -> writers(tenant).stream())
                .toList();
        if (groups.isEmpty()) {
            problems.error(
                    ProblemCode.MEMBERSHIP_NOT_DELEGATED,
                    model.origins().of(membership, "by"),
                    "tenant",
                    "No tenant of the mesh has an owner with the role edit or admin who could bring a namespace into it.",
                    "Add one under a tenant's `owners`, or leave `membership` out.");
            return Optional.empty();
        }
        return Optional.of(new DelegationPlan(
                Right.USE,
                mesh.controlPlaneOn(target.platform()),
                heading("mesh-user", null, "membership", "brings namespaces into the mesh"),
                heading("mesh-users", null, "membership", "the tenants bring their namespaces into the mesh"),
                groups));
    }

    private Heading heading(String name, @Nullable String tenant, String key, String reason) {
        return new Heading(
                mesh.controlPlane().namespace(),
                name,
                mesh.name(),
                tenant,
                "mesh/" + mesh.name() + (key.equals("owner") ? "/controlPlane/owner" : "/" + key),
                reason);
    }

    /** Those who write more than workloads. */
    private static List<String> writers(Tenant tenant) {
        return tenant.owners().stream()
                .filter(owner -> owner.role() == Owner.Role.EDIT || owner.role() == Owner.Role.ADMIN)
                .map(Owner::group)
                .toList();
    }
}
