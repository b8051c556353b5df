package dev.tenantmesh.model.check.capacity;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.BudgetUse;
import dev.tenantmesh.model.effective.WorkloadSidecars;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.quota.Budget;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.model.yaml.Origins;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sidecars cost no more in any cluster than their budgets, and no budget is larger than one that it is a part of. */
public final class BudgetsHold implements Rule {

    private static final int MOST_NAMED = 3;

    @Override
    public void check(MeshModel model, Problems problems) {
        List<Site> sites = model.sites();
        for (Platform platform : model.platforms()) {
            Set<Workload> uncounted = Collections.newSetFromMap(new IdentityHashMap<>());
            sites.stream().filter(site -> site.isOf(platform)).forEach(site -> check(site, uncounted, problems));
        }
    }

    private static void check(Site site, Set<Workload> uncounted, Problems problems) {
        List<BudgetUse> uses = BudgetUse.of(site.model(), site.platform());
        for (BudgetUse use : uses) {
            Check check = new Check(use, site.model().origins(), problems);
            use.budget().amounts().forEach((key, budget) -> {
                check.isPartOf(uses, key, budget);
                check.covers(key, budget);
            });
            use.sidecars().stream()
                    .filter(each -> each.count().isEmpty() && uncounted.add(each.workload()))
                    .forEach(each -> check.notCounted(each.workload()));
        }
    }

    private record Check(BudgetUse use, Origins origins, Problems problems) {

        void isPartOf(List<BudgetUse> all, String key, BigDecimal budget) {
            for (BudgetUse other : all) {
                BigDecimal wider = other.budget().amounts().get(key);
                if (wider != null && use.within().contains(other.scope()) && budget.compareTo(wider) > 0) {
                    problems.error(
                            ProblemCode.SHARE_EXCEEDED,
                            origins.of(use.budget(), key),
                            Budget.text(key, budget),
                            "The budget of " + use.scope() + " is a part of that of " + other.scope() + ", whose '"
                                    + key + "' is " + Budget.text(key, wider) + ".",
                            "Take as much or less, or have the level above give more.");
                }
            }
        }

        void covers(String key, BigDecimal budget) {
            BigDecimal used = use.used().getOrDefault(key, BigDecimal.ZERO);
            if (used.compareTo(budget) > 0) {
                problems.error(
                        ProblemCode.BUDGET_EXCEEDED,
                        origins.of(use.budget(), key),
                        Budget.text(key, budget),
                        "The sidecars of " + use.scope() + " may take " + Budget.text(key, used) + " of '" + key
                                + "'. Most of it: " + largest(use) + ".",
                        "Lower `replicas`, give sidecars smaller requests, or have a larger budget.");
            }
        }

        void notCounted(Workload workload) {
            problems.error(
                    ProblemCode.NOT_COUNTED,
                    origins.of(workload),
                    workload.name(),
                    "The budget of " + use.scope() + " is for its sidecars, too, and nobody says how many there are.",
                    "Write `replicas:`, the number of its pods.");
        }
    }

    private static String largest(BudgetUse use) {
        return use.sidecars().stream()
                .filter(each -> count(each) > 0)
                .sorted(Comparator.comparingInt(BudgetsHold::count)
                        .reversed()
                        .thenComparing(each -> each.namespace().name())
                        .thenComparing(each -> each.workload().name()))
                .limit(MOST_NAMED)
                .map(each -> each.namespace().name() + "/" + each.workload().name() + ", " + count(each) + " times "
                        + Budget.text("sidecarCPU", each.size().requests().cpu()) + " CPU and "
                        + Budget.text("sidecarMemory", each.size().requests().memory()))
                .collect(Collectors.joining("; "));
    }

    private static int count(WorkloadSidecars sidecars) {
        return sidecars.count().map(Replicas::max).orElse(0);
    }
}
