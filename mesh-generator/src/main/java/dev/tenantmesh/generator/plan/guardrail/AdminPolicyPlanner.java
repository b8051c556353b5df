package dev.tenantmesh.generator.plan.guardrail;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.generator.plan.guardrail.AdminRulePlan.Action;
import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.AdminPolicies;
import dev.tenantmesh.model.platform.AdminPolicies.Priorities;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides the policies that bound NetworkPolicies: first what is denied for good, then for each tenant what NetworkPolicies
 * may decide about, which is what ours open, and last that nothing else passes. So a tenant may write NetworkPolicies, and
 * yet can only close with them, or open to somebody on a port what is open to them there in another pod of its own.
 */
public final class AdminPolicyPlanner {

    private static final AdminRulePlan NOTHING = new AdminRulePlan("deny", Action.DENY, List.of(), List.of());

    private final Platform platform;
    private final AdminPolicies wanted;
    private final AdminLimits limits;
    private final List<AdminPolicyPlan> plans = new ArrayList<>();

    private AdminPolicyPlanner(Platform platform, AdminPolicies wanted) {
        this.platform = platform;
        this.wanted = wanted;
        this.limits = AdminLimits.of(wanted.type());
    }

    /**
     * The policies of a platform; none if it wants none.
     *
     * @param policies every NetworkPolicy of its meshes
     */
    public static List<AdminPolicyPlan> plan(
            MeshModel model, Platform platform, List<NetworkPolicyPlan> policies, Problems problems) {
        AdminPolicies wanted = platform.adminPolicies();
        if (wanted == null) {
            return List.of();
        }
        AdminPolicyPlanner planner = new AdminPolicyPlanner(platform, wanted);
        planner.denies(DeniedPair.of(model, platform));
        SortedMap<String, List<NetworkPolicyPlan>> byTenant = policies.stream()
                .filter(policy -> policy.heading().tenant() != null)
                .collect(Collectors.groupingBy(
                        policy -> String.valueOf(policy.heading().tenant()), TreeMap::new, Collectors.toList()));
        byTenant.forEach(planner::tenant);
        planner.closed(byTenant);
        planner.check(model, problems);
        return planner.plans;
    }

    private void denies(List<DeniedPair> pairs) {
        SortedMap<String, List<String>> subjects = new TreeMap<>();
        pairs.forEach(pair -> {
            subjects.put(pair.deny().from().title(), pair.from());
            subjects.put(pair.deny().to().title(), pair.to());
        });
        subjects.forEach((title, namespaces) -> plans.add(new AdminPolicyPlan(
                heading(
                        "mesh-deny-" + title.replace(' ', '-'),
                        "platform/" + platform.name() + "/denies",
                        reasons(pairs, title),
                        Rollout.TIGHTENS),
                wanted.priorities().first() + plans.size(),
                namespaces,
                pairs.stream()
                        .filter(pair -> pair.deny().to().title().equals(title))
                        .map(pair -> never("from", pair.deny().from().title(), pair.from()))
                        .toList(),
                pairs.stream()
                        .filter(pair -> pair.deny().from().title().equals(title))
                        .map(pair -> never("to", pair.deny().to().title(), pair.to()))
                        .toList())));
    }

    private static AdminRulePlan never(String direction, String title, List<String> namespaces) {
        return new AdminRulePlan(
                "never " + direction + " " + title,
                Action.DENY,
                List.of(new Peer.Named(namespaces, new TreeMap<>())),
                List.of());
    }

    private static String reasons(List<DeniedPair> pairs, String title) {
        return pairs.stream()
                .filter(pair -> pair.deny().from().title().equals(title)
                        || pair.deny().to().title().equals(title))
                .map(pair -> pair.title() + ": " + pair.deny().reason())
                .collect(Collectors.joining("\n"));
    }

    private void tenant(String tenant, List<NetworkPolicyPlan> policies) {
        PassRules rules = new PassRules(limits);
        List<List<AdminRulePlan>> ingress = AdminLimits.parts(
                rules.ingress(policies.stream().flatMap(policy -> policy.ingress().stream())), limits.rules());
        List<List<AdminRulePlan>> egress = AdminLimits.parts(
                rules.egress(policies.stream().flatMap(policy -> policy.egress().stream())), limits.rules());
        for (int part = 0; part < Math.max(ingress.size(), egress.size()); part++) {
            plans.add(new AdminPolicyPlan(
                    heading(
                            "mesh-tenant-" + tenant + (part == 0 ? "" : "." + (part + 1)),
                            "tenant/" + tenant,
                            "what NetworkPolicies of tenant " + tenant + " may open",
                            Rollout.OPENS),
                    wanted.priorities().first() + plans.size(),
                    namespaces(policies),
                    part < ingress.size() ? ingress.get(part) : List.of(),
                    part < egress.size() ? egress.get(part) : List.of()));
        }
    }

    private void closed(SortedMap<String, List<NetworkPolicyPlan>> byTenant) {
        List<String> namespaces = byTenant.values().stream()
                .flatMap(policies -> namespaces(policies).stream())
                .sorted()
                .toList();
        if (!namespaces.isEmpty()) {
            plans.add(new AdminPolicyPlan(
                    heading(
                            "mesh-closed",
                            "platform/" + platform.name() + "/adminPolicies",
                            "what no policy before this one leaves to NetworkPolicies is closed to tenants,"
                                    + " whatever they write",
                            Rollout.CLOSES),
                    wanted.priorities().last(),
                    namespaces,
                    List.of(NOTHING),
                    List.of(NOTHING)));
        }
    }

    private static List<String> namespaces(List<NetworkPolicyPlan> policies) {
        return List.copyOf(policies.stream()
                .map(policy -> policy.heading().namespace())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Heading heading(String name, String entry, String reason, Rollout rollout) {
        return new Heading("", name, "", null, entry, reason, rollout);
    }

    private void check(MeshModel model, Problems problems) {
        Priorities priorities = wanted.priorities();
        int has = priorities.last() - priorities.first() + 1;
        if (plans.size() > has) {
            problems.error(
                    ProblemCode.ADMIN_POLICIES_FULL,
                    model.origins().of(priorities),
                    priorities.first() + " to " + priorities.last(),
                    "There are " + has + " priorities, and platform '" + platform.name() + "' needs " + plans.size()
                            + ": one for each side of a deny, for each tenant, and for what closes.",
                    "Reserve more priorities, deny fewer sides, or keep fewer tenants on one cluster.");
        }
    }
}
