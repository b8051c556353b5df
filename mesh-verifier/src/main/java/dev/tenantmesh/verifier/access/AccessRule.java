package dev.tenantmesh.verifier.access;

import dev.tenantmesh.verifier.load.Mapping;
import java.util.Collection;
import java.util.Set;

/**
 * One rule of a role. What it is limited to by name counts as if it were not.
 *
 * @param groups API groups
 * @param resources resources, and their parts such as {@code pods/exec}
 * @param verbs what may be done to them
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#role-and-clusterrole">Role and ClusterRole</a>
 */
record AccessRule(Set<String> groups, Set<String> resources, Set<String> verbs) {

    private static final String ALL = "*";

    AccessRule {
        groups = Set.copyOf(groups);
        resources = Set.copyOf(resources);
        verbs = Set.copyOf(verbs);
    }

    static AccessRule of(Mapping rule) {
        return new AccessRule(
                Set.copyOf(rule.items("apiGroups")),
                Set.copyOf(rule.items("resources")),
                Set.copyOf(rule.items("verbs")));
    }

    boolean allows(Power.Act act) {
        return names(groups, Set.of(act.group()))
                && (names(resources, act.resources())
                        || act.resources().stream().anyMatch(this::namesPart))
                && names(verbs, act.verbs());
    }

    /** {@code *} stands for all on either side. */
    private static boolean names(Set<String> allowed, Collection<String> wanted) {
        return allowed.contains(ALL)
                || (wanted.contains(ALL) && !allowed.isEmpty())
                || allowed.stream().anyMatch(wanted::contains);
    }

    /** A part such as {@code exec} can be named of every resource at once. */
    private boolean namesPart(String resource) {
        int part = resource.indexOf('/');
        return part >= 0 && resources.contains(ALL + resource.substring(part));
    }
}
