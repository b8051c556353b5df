package dev.tenantmesh.verifier.lint.authorization;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import java.util.List;
import java.util.Set;

/**
 * Roles whose holders become somebody else: by their tokens, in their pods, or by changing who may do what.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/">RBAC good practices</a>
 */
public final class RolePowers implements LintRule {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final Set<String> ANY = Set.of();
    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");

    /**
     * A power.
     *
     * @param resources on any of these; none: on whatever
     * @param verbs by any of these
     * @param clusterOnly whether it harms only where it holds in every namespace
     * @param gain who gains what, as the end of a sentence
     */
    private record Power(Set<String> resources, Set<String> verbs, boolean clusterOnly, String gain) {}

    private static final List<Power> POWERS = List.of(
            new Power(ANY, Set.of("escalate", "bind"), false, "gives itself every right there is"),
            new Power(ANY, Set.of("impersonate"), false, "acts in the name of others"),
            new Power(Set.of("serviceaccounts/token"), Set.of("create"), false, "gets the mesh identity of every pod"),
            new Power(
                    Set.of("pods/exec", "pods/attach", "pods/portforward", "pods/ephemeralcontainers", "pods/proxy"),
                    Set.of("create", "get", "update", "patch"),
                    false,
                    "is inside every pod, past NetworkPolicies and proxies"),
            new Power(Set.of("nodes/proxy"), Set.of("get", "create"), false, "runs commands in every pod of a node"),
            new Power(Set.of("secrets"), Set.of("get", "list", "watch"), true, "reads the keys of every tenant"),
            new Power(
                    Set.of("namespaces"), Set.of("update", "patch"), true, "moves namespaces into any group by labels"),
            new Power(
                    Set.of("endpoints", "endpointslices"), WRITES, true, "sends the clients of any Service elsewhere"));

    @Override
    public void check(LintContext context, Problems problems) {
        for (String kind : List.of("Role", "ClusterRole")) {
            context.manifests()
                    .of(GROUP, kind)
                    .forEach(role -> role.body()
                            .all("rules")
                            .forEach(rule -> POWERS.stream()
                                    .filter(power -> !power.clusterOnly() || kind.equals("ClusterRole"))
                                    .filter(power -> gives(rule, power))
                                    .forEach(power -> report(role, rule, power, problems))));
        }
        for (String kind : List.of("RoleBinding", "ClusterRoleBinding")) {
            context.manifests().of(GROUP, kind).forEach(binding -> everybody(binding, problems));
        }
    }

    private static void report(Manifest role, Mapping rule, Power power, Problems problems) {
        String why = "Whoever holds the role " + power.gain()
                + (role.kind().equals("Role") ? " in this namespace." : " wherever the role is bound.");
        String fix = "Leave it out, or name what it is for in `resourceNames`.";
        if (role.kind().equals("ClusterRole")) {
            problems.warning(ProblemCode.RBAC_POWER, rule.originOf("verbs"), role.name(), why, fix);
        } else {
            problems.info(ProblemCode.RBAC_POWER, rule.originOf("verbs"), role.name(), why, fix);
        }
    }

    private static boolean gives(Mapping rule, Power power) {
        List<String> verbs = texts(rule, "verbs");
        List<String> resources = texts(rule, "resources");
        boolean named = !texts(rule, "resourceNames").isEmpty();
        boolean can = verbs.contains("*") || verbs.stream().anyMatch(power.verbs()::contains);
        boolean about = power.resources().isEmpty()
                ? !verbs.contains("*") || resources.contains("*")
                : resources.contains("*") || resources.stream().anyMatch(power.resources()::contains);
        return can && about && !named;
    }

    private static List<String> texts(Mapping rule, String key) {
        return rule.scalars(key).stream().map(Scalar::text).toList();
    }

    private static void everybody(Manifest binding, Problems problems) {
        binding.body().all("subjects").stream()
                .filter(subject -> subject.text("kind").equals("Group"))
                .filter(subject -> Set.of("system:authenticated", "system:unauthenticated", "system:serviceaccounts")
                        .contains(subject.text("name")))
                .forEach(subject -> problems.warning(
                        ProblemCode.RBAC_POWER,
                        subject.originOf("name"),
                        subject.text("name"),
                        "Every pod of the cluster gets the role "
                                + binding.body().at("roleRef").text("name") + ", whoever owns it.",
                        "Name the people or service accounts who need it."));
    }
}
