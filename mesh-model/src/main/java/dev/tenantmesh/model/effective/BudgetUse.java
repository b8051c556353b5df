package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.Amount;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.quota.Budget;
import dev.tenantmesh.model.tenant.Tenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A budget, and what the sidecars that it is for may cost at most. Where not every tenant is known in full, those that are
 * not count as nothing.
 *
 * @param scope whose it is, such as {@code mesh retail}
 * @param budget what was written
 * @param sidecars those that it is for
 * @param within the scopes of the budgets that this one is a part of
 */
public record BudgetUse(String scope, Budget budget, List<WorkloadSidecars> sidecars, List<String> within) {

    public BudgetUse {
        sidecars = List.copyOf(sidecars);
        within = List.copyOf(within);
    }

    /** Every budget that holds on a platform, the widest first. */
    public static List<BudgetUse> of(MeshModel model, Platform platform) {
        List<BudgetUse> uses = new ArrayList<>();
        String all = "platform " + platform.name();
        List<WorkloadSidecars> everybody = model.meshes().stream()
                .flatMap(mesh -> WorkloadSidecars.of(model, platform, mesh).stream())
                .toList();
        add(uses, all, platform.budget(), everybody, List.of());
        for (Mesh mesh : model.meshes()) {
            String name = "mesh " + mesh.name();
            List<WorkloadSidecars> members = WorkloadSidecars.of(model, platform, mesh);
            add(uses, name, mesh.budget(), members, List.of(all));
            for (Tenant tenant : model.tenantsOf(mesh)) {
                String granted = "the grant of tenant " + tenant.name() + " on platform " + platform.name();
                List<WorkloadSidecars> own = members.stream()
                        .filter(each -> each.tenant().name().equals(tenant.name()))
                        .toList();
                platform.tenants().stream()
                        .filter(grant -> grant.name().equals(tenant.name()))
                        .map(TenantGrant::budget)
                        .forEach(budget -> add(uses, granted, budget, own, List.of(all)));
                add(uses, "tenant " + tenant.name(), tenant.budget(), own, List.of(all, name, granted));
            }
        }
        return List.copyOf(uses);
    }

    private static void add(
            List<BudgetUse> uses,
            String scope,
            @Nullable Budget budget,
            List<WorkloadSidecars> sidecars,
            List<String> within) {
        if (budget != null) {
            uses.add(new BudgetUse(scope, budget, sidecars, within));
        }
    }

    /** What is used of each key that the budget bounds. */
    public SortedMap<String, BigDecimal> used() {
        int count = 0;
        Amount requests = Amount.NONE;
        for (WorkloadSidecars each : sidecars) {
            int most = each.count().map(Replicas::max).orElse(0);
            count += most;
            requests = requests.plus(each.size().requests().times(most));
        }
        SortedMap<String, BigDecimal> used = new TreeMap<>();
        used.put("sidecars", BigDecimal.valueOf(count));
        used.put("sidecarCPU", requests.cpu());
        used.put("sidecarMemory", requests.memory());
        used.keySet().retainAll(budget.amounts().keySet());
        return used;
    }
}
