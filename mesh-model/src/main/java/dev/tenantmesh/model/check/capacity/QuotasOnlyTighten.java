package dev.tenantmesh.model.check.capacity;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.EffectiveQuota;
import dev.tenantmesh.model.effective.EffectiveQuota.Level;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.quota.ContainerLimits;
import dev.tenantmesh.model.quota.Quota;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.yaml.Origins;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A quota takes no more than the level above gives; Services that are open outside the cluster are the platform's to give. */
public final class QuotasOnlyTighten implements Rule {

    private static final Set<String> OUTSIDE = Set.of("services.loadbalancers", "services.nodeports");

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Platform platform : model.platforms()) {
            for (Tenant tenant : model.tenants()) {
                for (TenantNamespace namespace : tenant.namespaces()) {
                    new Descent(model.origins(), problems, platform.name(), granted(platform, tenant))
                            .down(EffectiveQuota.levels(platform, tenant, namespace));
                }
            }
        }
    }

    private static @Nullable Quota granted(Platform platform, Tenant tenant) {
        return platform.tenants().stream()
                .filter(grant -> grant.name().equals(tenant.name()))
                .findFirst()
                .map(grant -> grant.quota())
                .orElse(null);
    }

    /** What higher levels gave, and who. */
    private static final class Descent {

        private record Given(BigDecimal amount, String by) {}

        private final Origins origins;
        private final Problems problems;
        private final String platform;
        private final @Nullable Quota grant;
        private final Map<String, Given> given = new HashMap<>();

        Descent(Origins origins, Problems problems, String platform, @Nullable Quota grant) {
            this.origins = origins;
            this.problems = problems;
            this.platform = platform;
            this.grant = grant;
        }

        void down(Iterable<Level> levels) {
            for (Level level : levels) {
                Quota.Hard hard = level.quota().hard();
                ContainerLimits containers = level.quota().containers();
                if (hard != null) {
                    hard.amounts().forEach((key, amount) -> hard(level, hard, key, amount));
                }
                if (containers != null) {
                    containers.amounts().forEach((key, amount) -> container(level, containers, key, amount));
                }
            }
        }

        private void hard(Level level, Quota.Hard hard, String key, BigDecimal amount) {
            Origin origin = origins.of(hard, key);
            if (OUTSIDE.contains(key) && !level.quota().equals(grant)) {
                outside(origin, key, amount);
                return;
            }
            take(level, origin, key, amount, 1);
        }

        private void outside(Origin origin, String key, BigDecimal amount) {
            BigDecimal most = Optional.ofNullable(grant)
                    .map(Quota::hard)
                    .map(hard -> hard.amounts().get(key))
                    .orElse(BigDecimal.ZERO);
            if (amount.compareTo(most) > 0) {
                problems.error(
                        ProblemCode.EXPOSURE_NOT_GRANTED,
                        origin,
                        amount.toPlainString(),
                        "Platform '" + platform + "' grants the tenant " + most.toPlainString() + " of '" + key
                                + "': such Services are open outside the cluster, past every gateway.",
                        "Expose a gateway instead, which is counted by itself, or have the platform team grant more.");
            }
        }

        private void container(Level level, ContainerLimits limits, String key, BigDecimal amount) {
            int dot = key.indexOf('.');
            String part = key.substring(0, dot);
            if (part.equals("max") || part.equals("min")) {
                Record amounts = "max".equals(part) ? limits.max() : limits.min();
                take(
                        level,
                        amounts == null ? origins.of(limits) : origins.of(amounts, key.substring(dot + 1)),
                        key,
                        amount,
                        "max".equals(part) ? 1 : -1);
            }
        }

        private void take(Level level, Origin origin, String key, BigDecimal amount, int looser) {
            Given above = given.get(key);
            if (above != null && amount.compareTo(above.amount()) * looser > 0) {
                problems.error(
                        ProblemCode.SHARE_EXCEEDED,
                        origin,
                        QuotaWords.amount(key, amount),
                        "For " + level.name() + " this is looser than '" + QuotaWords.amount(key, above.amount())
                                + "' for '" + key + "', set by " + above.by() + ".",
                        "Take as much or less, or have the level above give more.");
                return;
            }
            given.put(key, new Given(amount, level.name()));
        }
    }
}
