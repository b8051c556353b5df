package dev.tenantmesh.generator.plan.visibility;

import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Trait;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Visibility;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.List;

/**
 * Says which proxies are told of more than their pods may reach. Neither a Sidecar nor {@code exportTo} is for proxies of
 * nodes.
 *
 * @see <a href="https://github.com/istio/istio/issues/55163">exportTo in ambient</a>
 */
public final class Unscoped {

    private Unscoped() {}

    /** One finding for a mesh that asks for scoped proxies and has some that cannot be. */
    public static void report(MeshModel model, Target target, Members members, Problems problems) {
        List<String> ambient = members.namespaces().stream()
                .filter(MemberNamespace::isAmbient)
                .map(MemberNamespace::name)
                .toList();
        boolean scoped = new EffectiveSettings(target.platform(), members.mesh()).visibility() == Visibility.BOUNDARY;
        if (scoped && !ambient.isEmpty() && target.profile().has(Trait.AMBIENT)) {
            problems.info(
                    ProblemCode.NOT_SCOPED,
                    model.origins().of(members.mesh(), "name"),
                    members.mesh().name(),
                    "On platform '" + target.platform().name()
                            + "' pods of these namespaces can look up every Service of the mesh, since"
                            + " proxies of nodes know no `visibility`: " + String.join(", ", ambient) + ".",
                    "Nothing to do: what they can reach is bounded by policies alone, here as everywhere.");
        }
    }
}
