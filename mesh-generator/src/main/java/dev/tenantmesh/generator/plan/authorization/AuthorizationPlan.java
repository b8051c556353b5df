package dev.tenantmesh.generator.plan.authorization;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One AuthorizationPolicy.
 *
 * @param heading name, place and reason
 * @param podLabels the workload; empty: the whole namespace
 * @param action what a match does; an ALLOW without rules never matches and so allows nothing
 * @param rules any of them
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/">AuthorizationPolicy</a>
 */
public record AuthorizationPlan(
        Heading heading, SortedMap<String, String> podLabels, Action action, List<AuthorizationRule> rules) {

    /** What a match does. */
    public enum Action {
        ALLOW,
        DENY
    }

    public AuthorizationPlan(
            Heading heading, Map<String, String> podLabels, Action action, List<AuthorizationRule> rules) {
        this(heading, (SortedMap<String, String>) new TreeMap<>(podLabels), action, rules);
    }

    public AuthorizationPlan {
        if (action == Action.DENY && rules.isEmpty()) {
            throw new IllegalArgumentException("A DENY without rules denies nothing: " + heading.entry());
        }
        if (action == Action.DENY) {
            heading = heading.with(Rollout.TIGHTENS);
        } else if (rules.isEmpty()) {
            heading = heading.with(Rollout.closing(podLabels.isEmpty()));
        }
        podLabels = Collections.unmodifiableSortedMap(new TreeMap<>(podLabels));
        rules = List.copyOf(rules);
    }
}
