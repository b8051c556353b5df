package dev.tenantmesh.verifier.policy.mesh;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.Map;

/**
 * Whom proxies admit.
 *
 * @param namespace where it stands
 * @param name its name
 * @param selector which pods
 * @param targets what it is attached to instead; sidecars, plain gateways and proxies of nodes leave such a policy out
 * @param action what a match does
 * @param rules any of them; none never matches
 * @param dryRun whether it only pretends
 * @param origin where it was written
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/">AuthorizationPolicy</a>
 */
public record AuthorizationPolicy(
        String namespace,
        String name,
        WorkloadSelector selector,
        List<Target> targets,
        Action action,
        List<Rule> rules,
        boolean dryRun,
        Origin origin) {

    /** What a match does. */
    public enum Action {
        ALLOW,
        DENY,
        /** Asks somebody else, who may deny. */
        CUSTOM,
        /** Writes it down, and nothing more. */
        AUDIT
    }

    /**
     * One rule: one of the sources, doing one of the operations, under all conditions.
     *
     * @param from none: anybody
     * @param to none: anything
     * @param when none: always
     * @param origin where it was written
     */
    public record Rule(List<Clause> from, List<Clause> to, List<Clause> when, Origin origin) {

        public Rule {
            from = List.copyOf(from);
            to = List.copyOf(to);
            when = List.copyOf(when);
        }
    }

    /**
     * Fields that must all match.
     *
     * @param values by field, one of which must match
     * @param notValues by field, none of which may match
     */
    public record Clause(Map<Attribute, List<String>> values, Map<Attribute, List<String>> notValues) {

        public Clause {
            values = Map.copyOf(values);
            notValues = Map.copyOf(notValues);
        }
    }

    /**
     * What a policy is attached to, in its own namespace.
     *
     * @param group its API group; empty for the core group
     * @param kind its kind
     * @param name its name
     * @see <a href="https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference">PolicyTargetReference</a>
     */
    public record Target(String group, String kind, String name) {}

    public AuthorizationPolicy {
        targets = List.copyOf(targets);
        rules = List.copyOf(rules);
    }

    /** The same, carried out if it only pretends. */
    public AuthorizationPolicy carriedOut() {
        return new AuthorizationPolicy(namespace, name, selector, targets, action, rules, false, origin);
    }

    /** Which pods. */
    public LabelSelector pods() {
        return selector.pods();
    }

    /** Whether it names targets. */
    public boolean isTargeted() {
        return !targets.isEmpty();
    }

    /** How messages call it. */
    public String id() {
        return "AuthorizationPolicy " + namespace + "/" + name;
    }
}
