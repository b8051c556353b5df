package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.TenantGrant;
import dev.tenantmesh.model.quota.ContainerLimits;
import dev.tenantmesh.model.quota.Quota;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a namespace may use after inheritance: the platform's grant, the tenant, the namespace. Each level says key by key
 * the same or less; what loosens is refused by a rule and does not get here.
 *
 * @param hard what the tenant's own pods and Services may use, such as {@code requests.cpu}; empty: no ResourceQuota
 * @param containers what one container may, such as {@code max.cpu}, completed as the API server does; empty: no LimitRange
 */
public record EffectiveQuota(SortedMap<String, BigDecimal> hard, SortedMap<String, BigDecimal> containers) {

    private static final List<String> RESOURCES = List.of("cpu", "memory");

    /**
     * One level.
     *
     * @param name how messages call it
     * @param quota what it says
     */
    public record Level(String name, Quota quota) {}

    public EffectiveQuota {
        hard = Collections.unmodifiableSortedMap(new TreeMap<>(hard));
        containers = Collections.unmodifiableSortedMap(new TreeMap<>(containers));
    }

    /** Whether it bounds what pods ask for or use, so that their proxies count. */
    public boolean boundsResources() {
        return RESOURCES.stream()
                .anyMatch(
                        resource -> hard.containsKey("requests." + resource) || hard.containsKey("limits." + resource));
    }

    /** What holds for a namespace on a platform. */
    public static EffectiveQuota of(Platform platform, Tenant tenant, TenantNamespace namespace) {
        SortedMap<String, BigDecimal> hard = new TreeMap<>();
        SortedMap<String, BigDecimal> containers = new TreeMap<>();
        for (Level level : levels(platform, tenant, namespace)) {
            Quota.Hard bounds = level.quota().hard();
            ContainerLimits limits = level.quota().containers();
            if (bounds != null) {
                hard.putIfAbsent("services.loadbalancers", BigDecimal.ZERO);
                hard.putIfAbsent("services.nodeports", BigDecimal.ZERO);
                hard.putAll(bounds.amounts());
            }
            if (limits != null) {
                containers.putAll(limits.amounts());
            }
        }
        complete(containers);
        return new EffectiveQuota(hard, containers);
    }

    /** The levels that say something, the highest first. */
    public static List<Level> levels(Platform platform, Tenant tenant, TenantNamespace namespace) {
        Optional<TenantGrant> grant = platform.tenants().stream()
                .filter(granted -> granted.name().equals(tenant.name()))
                .findFirst();
        List<Level> levels = new ArrayList<>();
        grant.ifPresent(granted -> add(
                levels, "the grant of tenant " + tenant.name() + " on platform " + platform.name(), granted.quota()));
        add(levels, "tenant " + tenant.name(), tenant.quota());
        add(levels, "namespace " + namespace.name(), namespace.quota());
        return List.copyOf(levels);
    }

    private static void add(List<Level> levels, String name, @Nullable Quota quota) {
        if (quota != null) {
            levels.add(new Level(name, quota));
        }
    }

    /**
     * As the API server stores it.
     *
     * @see <a href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go">
     *     SetDefaults_LimitRangeItem</a>
     */
    private static void complete(SortedMap<String, BigDecimal> containers) {
        for (String resource : RESOURCES) {
            copy(containers, "max." + resource, "default." + resource);
            copy(containers, "default." + resource, "defaultRequest." + resource);
            copy(containers, "min." + resource, "defaultRequest." + resource);
        }
    }

    private static void copy(SortedMap<String, BigDecimal> amounts, String from, String to) {
        if (amounts.containsKey(from)) {
            amounts.putIfAbsent(to, amounts.get(from));
        }
    }
}
