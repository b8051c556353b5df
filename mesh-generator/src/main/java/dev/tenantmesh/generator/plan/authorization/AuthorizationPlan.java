package dev.tenantmesh.generator.plan.authorization;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One AuthorizationPolicy.
 *
 * @param heading name, place and reason
 * @param podLabels the workload; empty: the whole namespace, or what a target says
 * @param target what a waypoint carries it out for, which comes after it; empty: the proxies of the pods carry it out
 * @param action what a match does; an ALLOW without rules never matches and so allows nothing
 * @param rules any of them
 * @param dryRun why it is only tried; null: it is carried out
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/">AuthorizationPolicy</a>
 */
public record AuthorizationPlan(
        Heading heading,
        SortedMap<String, String> podLabels,
        Optional<Target> target,
        Action action,
        List<AuthorizationRule> rules,
        @Nullable String dryRun) {

    /**
     * What a waypoint carries a policy out for, in the policy's own namespace.
     *
     * @param group its API group; empty for the core group
     * @param kind its kind
     * @param name its name
     * @see <a href="https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference">PolicyTargetReference</a>
     */
    public record Target(String group, String kind, String name) {

        /** Everything that goes through a waypoint. */
        static Target gateway(String name) {
            return new Target("gateway.networking.k8s.io", "Gateway", name);
        }

        /** What goes through it to one Service. */
        static Target service(String name) {
            return new Target("", "Service", name);
        }
    }

    /** What a match does. */
    public enum Action {
        ALLOW,
        DENY
    }

    public AuthorizationPlan(
            Heading heading, Map<String, String> podLabels, Action action, List<AuthorizationRule> rules) {
        this(heading, new TreeMap<>(podLabels), Optional.empty(), action, rules, null);
    }

    /** A policy for a waypoint. */
    AuthorizationPlan(Heading heading, Target target, Action action, List<AuthorizationRule> rules) {
        this(heading, new TreeMap<>(), Optional.of(target), action, rules, null);
    }

    public AuthorizationPlan {
        if (action == Action.DENY && rules.isEmpty()) {
            throw new IllegalArgumentException("A DENY without rules denies nothing: " + heading.entry());
        }
        if (target.isPresent()) {
            heading = heading.with(Rollout.OPENS);
        } else if (action == Action.DENY) {
            heading = heading.with(Rollout.TIGHTENS);
        } else if (rules.isEmpty()) {
            heading = heading.with(Rollout.closing(podLabels.isEmpty()));
        }
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        rules = List.copyOf(rules);
    }

    /** The same, only tried. */
    public AuthorizationPlan tried(String because) {
        return new AuthorizationPlan(heading, podLabels, target, action, rules, because);
    }
}
