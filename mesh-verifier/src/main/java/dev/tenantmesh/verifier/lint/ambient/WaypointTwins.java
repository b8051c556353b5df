package dev.tenantmesh.verifier.lint.ambient;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import java.util.stream.Stream;

/**
 * Policies that deny by who connects, at pods that are reached through a waypoint: the pod's proxy sees the waypoint, and
 * denies nobody whom that lets in. Only a policy with a target is carried out by the waypoint.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/l7-features/#using-authorization-policies">policies at waypoints</a>
 */
public final class WaypointTwins implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        WaypointUse use = new WaypointUse(context);
        context.policies().authorizationPolicies().stream()
                .filter(policy -> policy.action() == Action.DENY && !policy.isTargeted() && asksWho(policy))
                .forEach(policy -> use.before(policy)
                        .filter(waypoint -> !hasTwin(context, use, waypoint))
                        .findFirst()
                        .ifPresent(waypoint -> report(policy, waypoint, problems)));
    }

    private static boolean asksWho(AuthorizationPolicy policy) {
        return policy.rules().stream()
                .map(Rule::from)
                .flatMap(clauses -> clauses.stream())
                .flatMap(clause -> Stream.of(clause.values(), clause.notValues()))
                .flatMap(fields -> fields.keySet().stream())
                .anyMatch(attribute -> attribute.isOfIdentity());
    }

    private static boolean hasTwin(LintContext context, WaypointUse use, Waypoint waypoint) {
        return context.policies().authorizationPolicies().stream()
                .filter(policy -> policy.action() == Action.DENY && asksWho(policy))
                .anyMatch(policy -> use.isAt(policy, waypoint));
    }

    private static void report(AuthorizationPolicy policy, Waypoint waypoint, Problems problems) {
        problems.error(
                ProblemCode.NOT_AT_WAYPOINT,
                policy.origin(),
                policy.name(),
                "Pods that the policy is for are reached through " + waypoint.id() + " ("
                        + waypoint.origin() + "), whom their proxy sees instead of the client, so that whoever the"
                        + " waypoint lets in is not denied.",
                "Write the same policy once more with `targetRefs` to the waypoint.");
    }
}
