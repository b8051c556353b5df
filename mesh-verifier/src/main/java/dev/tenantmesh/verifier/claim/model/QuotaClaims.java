package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.crds.syntax.Quantity;
import dev.tenantmesh.model.capacity.Amount;
import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.model.effective.EffectiveQuota;
import dev.tenantmesh.model.effective.GatewayProxies;
import dev.tenantmesh.model.effective.WorkloadSidecars;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Judgement;
import dev.tenantmesh.verifier.claim.StatedClaim;
import dev.tenantmesh.verifier.policy.limit.Limit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That each tenant has its fair share where the model gives it one: no more than its quota, the proxies beside its pods not
 * taken from it, and no Service that is open outside the cluster but those that were granted.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/multi-tenancy/#quotas">quotas in multi-tenancy</a>
 */
final class QuotaClaims {

    /** Of so many pods a Deployment replaces one by one that runs beside it. */
    private static final BigDecimal SURGE = BigDecimal.valueOf(4);

    private final Platform platform;
    private final Tenant tenant;
    private final TenantNamespace namespace;
    private final EffectiveQuota quota;
    private final boolean ambient;

    private QuotaClaims(Platform platform, Tenant tenant, TenantNamespace namespace, boolean ambient) {
        this.ambient = ambient;
        this.platform = platform;
        this.tenant = tenant;
        this.namespace = namespace;
        this.quota = EffectiveQuota.of(platform, tenant, namespace);
    }

    /** Of each namespace of a tenant that has a quota. */
    static List<Claim> of(MeshScope scope, Tenant tenant) {
        List<Claim> claims = new ArrayList<>();
        scope.places(tenant).forEach(place -> {
            QuotaClaims quota = new QuotaClaims(scope.platform(), tenant, place.namespace(), scope.isAmbient(place));
            Origin origin = scope.model().origins().of(place.namespace(), "name");
            if (!quota.quota.hard().isEmpty()) {
                claims.add(quota.share(origin));
            }
            if (!quota.quota.containers().isEmpty()) {
                claims.add(quota.containers(origin));
            }
        });
        return claims;
    }

    private Claim share(Origin origin) {
        return new StatedClaim(
                "fair-share/" + namespace.name(),
                "Namespace " + namespace.name() + " uses no more than the quota of tenant " + tenant.name()
                        + ", beside which its proxies have room.",
                origin,
                evidence -> judge(evidence, Limit.Kind.NAMESPACE, expected()));
    }

    private Claim containers(Origin origin) {
        return new StatedClaim(
                "container-limits/" + namespace.name(),
                "A container in namespace " + namespace.name() + " that says nothing gets what tenant " + tenant.name()
                        + " has for it, and none says more than it may.",
                origin,
                evidence -> judge(evidence, Limit.Kind.CONTAINER, quota.containers()));
    }

    private Judgement judge(Evidence evidence, Limit.Kind kind, Map<String, BigDecimal> expected) {
        List<Limit> limits = evidence.verifier().policies().limits().stream()
                .filter(limit -> limit.kind() == kind && limit.namespace().equals(namespace.name()))
                .toList();
        List<String> reasons = new ArrayList<>();
        expected.forEach((key, amount) -> {
            List<String> written = limits.stream()
                    .flatMap(limit -> Optional.ofNullable(limit.amounts().get(key)).stream())
                    .toList();
            if (written.isEmpty()) {
                reasons.add("Nothing in namespace " + namespace.name() + " bounds " + key + ".");
            }
            written.stream()
                    .filter(text -> Quantity.parse(text)
                            .filter(found -> found.value().compareTo(amount) == 0)
                            .isEmpty())
                    .forEach(text -> reasons.add(
                            "In namespace " + namespace.name() + " " + key + " is " + text + ", and it should be "
                                    + amount.stripTrailingZeros().toPlainString() + "."));
        });
        return Judgement.broken(reasons);
    }

    /** The tenant's own share, and what its proxies take beside it. */
    private SortedMap<String, BigDecimal> expected() {
        SortedMap<String, BigDecimal> expected = new TreeMap<>(quota.hard());
        List<Gateway> gateways = GatewayProxies.generated(tenant, namespace.name());
        if (!ambient) {
            addSidecars(expected);
        }
        if (namespace.waypoint() != null) {
            GatewayProxies proxies = GatewayProxies.of(
                    namespace.waypoint().replicas(), namespace.waypoint().resources());
            int pods = proxies.count().max() + replaced(proxies.count().max());
            take(expected, proxies.size(), pods);
            more(expected, "pods", BigDecimal.valueOf(pods));
            more(expected, "services", BigDecimal.ONE);
        }
        for (Gateway gateway : gateways) {
            GatewayProxies proxies = GatewayProxies.of(gateway.replicas(), gateway.resources());
            int steady = proxies.count().max();
            int pods = steady + (gateway.isAutomated() ? replaced(steady) : 1);
            BigDecimal ports = gateway.isAutomated() ? BigDecimal.valueOf(2) : BigDecimal.ONE;
            take(expected, proxies.size(), pods);
            more(expected, "pods", BigDecimal.valueOf(pods));
            more(expected, "services", BigDecimal.ONE);
            Exposure.Type type = gateway.exposure().type();
            boolean substituted = type == Exposure.Type.ROUTE
                    && platform.distribution().type() != Distribution.Type.OPENSHIFT
                    && platform.routeSubstitute() != null;
            if (type == Exposure.Type.LOAD_BALANCER || substituted) {
                more(expected, "services.loadbalancers", BigDecimal.ONE);
                more(expected, "services.nodeports", ports);
            } else if (type == Exposure.Type.NODE_PORT) {
                more(expected, "services.nodeports", ports);
            }
        }
        return expected;
    }

    private static int replaced(int pods) {
        return BigDecimal.valueOf(pods).divide(SURGE, 0, RoundingMode.UP).intValueExact();
    }

    private void addSidecars(SortedMap<String, BigDecimal> expected) {
        for (Workload workload : namespace.workloads()) {
            Replicas replicas = workload.replicas();
            int pods = replicas == null ? 0 : replicas.max();
            take(expected, WorkloadSidecars.size(workload), pods + replaced(pods));
        }
        boolean nothing = namespace.workloads().isEmpty()
                && tenant.gateways().stream()
                        .noneMatch(gateway -> gateway.namespace().equals(namespace.name()));
        if (nothing && quota.hard().containsKey("pods")) {
            take(expected, ProxySize.INJECTED, quota.hard().get("pods").intValueExact());
        }
    }

    private static void take(SortedMap<String, BigDecimal> expected, ProxySize size, int count) {
        Amount requests = size.requests().times(count);
        Amount limits = size.limits().times(count);
        more(expected, "requests.cpu", requests.cpu());
        more(expected, "requests.memory", requests.memory());
        more(expected, "limits.cpu", limits.cpu());
        more(expected, "limits.memory", limits.memory());
    }

    private static void more(SortedMap<String, BigDecimal> expected, String key, BigDecimal amount) {
        expected.computeIfPresent(key, (same, own) -> own.add(amount));
    }
}
