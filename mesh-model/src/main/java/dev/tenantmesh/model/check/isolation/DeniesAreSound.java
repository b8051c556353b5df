package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.ownership.References;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.platform.Deny;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;

/** A deny names two different sides, each of them a tenant that there is or one namespace. */
public final class DeniesAreSound implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        References references = new References(model, new MeshIndex(model.tenants()), problems);
        for (Platform platform : model.platforms()) {
            for (Deny deny : platform.denies()) {
                List.of(deny.from(), deny.to()).forEach(side -> check(side, references, problems));
                checkSides(deny, model, problems);
            }
        }
    }

    private static void check(Deny.Side side, References references, Problems problems) {
        if ((side.tenant() == null) == (side.namespace() == null)) {
            problems.error(
                    ProblemCode.INVALID_DENY,
                    references.model().origins().of(side),
                    "",
                    "The side is neither one tenant nor one namespace.",
                    "Write either `tenant:` or `namespace:`.");
        } else if (side.tenant() != null) {
            references.tenant(side.tenant(), side, "tenant");
        }
    }

    private static void checkSides(Deny deny, MeshModel model, Problems problems) {
        if (deny.from().equals(deny.to())) {
            problems.error(
                    ProblemCode.INVALID_DENY,
                    model.origins().of(deny),
                    deny.from().title(),
                    "Both sides are the same, and what is inside of it is not for a deny to say.",
                    "Name the other side, or tighten the inside with `isolation: {boundary: workload}`.");
        }
        MeshIndex index = new MeshIndex(model.tenants());
        boolean within = isInside(deny.from(), deny.to(), index);
        boolean around = isInside(deny.to(), deny.from(), index);
        if (isOutside(deny.from(), index) && isOutside(deny.to(), index)) {
            problems.error(
                    ProblemCode.INVALID_DENY,
                    model.origins().of(deny),
                    deny.from().title() + " -> " + deny.to().title(),
                    "Neither namespace belongs to a tenant, so that nothing here is about either of them.",
                    "Name a side that is in a mesh.");
        }
        if (within || around) {
            problems.error(
                    ProblemCode.INVALID_DENY,
                    model.origins().of(deny),
                    deny.from().title() + " -> " + deny.to().title(),
                    "The namespace belongs to that tenant, so that it would be denied to itself.",
                    "Name the other namespaces one by one.");
        }
    }

    private static boolean isInside(Deny.Side namespace, Deny.Side tenant, MeshIndex index) {
        return namespace.namespace() != null
                && tenant.tenant() != null
                && index.member(tenant.tenant(), namespace.namespace()).isPresent();
    }

    private static boolean isOutside(Deny.Side side, MeshIndex index) {
        return side.namespace() != null && index.member(side.namespace()).isEmpty();
    }
}
