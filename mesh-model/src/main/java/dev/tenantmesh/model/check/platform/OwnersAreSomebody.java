package dev.tenantmesh.model.check.platform;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.Set;

/**
 * The owners of a tenant are a team, not a group that everybody is in.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings">default
 *     groups</a>
 */
public final class OwnersAreSomebody implements Rule {

    static final Set<String> EVERYBODY = Set.of(
            "system:authenticated", "system:authenticated:oauth", "system:unauthenticated", "system:serviceaccounts");

    @Override
    public void check(MeshModel model, Problems problems) {
        model.tenants().stream()
                .flatMap(tenant -> tenant.owners().stream())
                .filter(owner -> EVERYBODY.contains(owner.group()))
                .forEach(owner -> problems.error(
                        ProblemCode.OWNER_IS_EVERYBODY,
                        model.origins().of(owner, "group"),
                        owner.group(),
                        "Everybody on the cluster, or every pod, is in this group.",
                        "Name the group of the team."));
    }
}
