package dev.tenantmesh.verifier.lint.ambient;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.stream.Stream;

/**
 * Waypoints that carry out policies and that clients can go past: nothing makes a connection take its waypoint, so that
 * the pod itself must let in nobody else.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/l7-features/">Layer 7 features of ambient mode</a>
 */
public final class PassedWaypoints implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        WaypointUse use = new WaypointUse(context);
        for (Waypoint waypoint : context.policies().waypoints()) {
            context.policies().authorizationPolicies().stream()
                    .filter(policy -> policy.action() != Action.AUDIT && use.isAt(policy, waypoint))
                    .findFirst()
                    .ifPresent(policy -> behind(context, use, waypoint)
                            .filter(pod -> !lets(context, pod, waypoint))
                            .findFirst()
                            .ifPresent(pod -> report(policy, waypoint, pod, problems)));
        }
    }

    private static Stream<Pod> behind(LintContext context, WaypointUse use, Waypoint waypoint) {
        return context.world().namespaces().values().stream()
                .flatMap(namespace -> pods(context, namespace))
                .filter(pod -> context.enrollment(pod).plane() == DataPlane.AMBIENT)
                .filter(pod -> use.waypoints().before(pod).contains(waypoint));
    }

    private static Stream<Pod> pods(LintContext context, Namespace namespace) {
        List<Pod> declared = context.pods(namespace.name());
        return declared.isEmpty() ? Stream.of(context.typical(namespace)) : declared.stream();
    }

    /** Whether a pod lets in only those who are named, and the waypoint is one of them. */
    private static boolean lets(LintContext context, Pod pod, Waypoint waypoint) {
        List<AuthorizationPolicy> allowing = context.policies().authorizationPolicies().stream()
                .filter(policy -> policy.action() == Action.ALLOW && !policy.isTargeted() && !policy.dryRun())
                .filter(policy ->
                        policy.namespace().equals(pod.namespace().name()) || context.isRoot(policy.namespace()))
                .filter(policy -> policy.pods().selects(pod.labels()))
                .toList();
        String account = "/ns/" + waypoint.namespace() + "/sa/" + waypoint.name();
        List<Rule> rules =
                allowing.stream().flatMap(policy -> policy.rules().stream()).toList();
        return !allowing.isEmpty()
                && rules.stream().allMatch(PassedWaypoints::names)
                && rules.stream()
                        .flatMap(rule -> rule.from().stream())
                        .anyMatch(clause -> clause.values().getOrDefault(Attribute.PRINCIPAL, List.of()).stream()
                                        .anyMatch(principal -> principal.endsWith(account))
                                || clause.values().getOrDefault(Attribute.SERVICE_ACCOUNT, List.of()).stream()
                                        .anyMatch(named -> named.equals(waypoint.name())
                                                || named.equals(waypoint.namespace() + "/" + waypoint.name())));
    }

    /** Whether a rule is for single accounts. */
    private static boolean names(Rule rule) {
        return !rule.from().isEmpty() && rule.from().stream().allMatch(PassedWaypoints::names);
    }

    private static boolean names(Clause clause) {
        return clause.values().containsKey(Attribute.SERVICE_ACCOUNT)
                || clause.values().getOrDefault(Attribute.PRINCIPAL, List.of("*")).stream()
                        .noneMatch(principal -> principal.contains("*"));
    }

    private static void report(AuthorizationPolicy policy, Waypoint waypoint, Pod pod, Problems problems) {
        problems.warning(
                ProblemCode.WAYPOINT_PASSED,
                policy.origin(),
                policy.name(),
                "The policy is carried out by " + waypoint.id() + ", and " + pod.id()
                        + " behind it also lets in who comes to it directly, as sidecars, gateways and pods without a proxy"
                        + " do, and everybody until the waypoint is ready.",
                "Let an AuthorizationPolicy without a target allow the pod's callers by service account: the waypoint's,"
                        + " and whoever must go around it.");
    }
}
