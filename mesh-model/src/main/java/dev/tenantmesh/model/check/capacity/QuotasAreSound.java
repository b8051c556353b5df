package dev.tenantmesh.model.check.capacity;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.EffectiveQuota;
import dev.tenantmesh.model.effective.GatewayProxies;
import dev.tenantmesh.model.effective.WorkloadSidecars;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A quota admits what it is for: its parts fit together, containers that say nothing get what they may ask for, no sidecar
 * or generated gateway is refused, and there is room for the pods that are declared.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">limit ranges</a>
 */
public final class QuotasAreSound implements Rule {

    private static final List<String> RESOURCES = List.of("cpu", "memory");

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Mesh mesh : model.meshes()) {
            for (Platform platform : model.platforms()) {
                IdentityHashMap<TenantNamespace, List<WorkloadSidecars>> sidecars = new IdentityHashMap<>();
                WorkloadSidecars.of(model, platform, mesh)
                        .forEach(each -> sidecars.computeIfAbsent(each.namespace(), absent -> new ArrayList<>())
                                .add(each));
                for (Tenant tenant : model.tenantsOf(mesh)) {
                    tenant.namespaces()
                            .forEach(namespace -> new Check(
                                            EffectiveQuota.of(platform, tenant, namespace),
                                            namespace.name(),
                                            origin(model, platform, tenant, namespace),
                                            problems)
                                    .all(tenant, sidecars.getOrDefault(namespace, List.of())));
                }
            }
        }
    }

    /** The lowest level that says something. */
    private static Origin origin(MeshModel model, Platform platform, Tenant tenant, TenantNamespace namespace) {
        List<EffectiveQuota.Level> levels = EffectiveQuota.levels(platform, tenant, namespace);
        return levels.isEmpty()
                ? model.origins().of(namespace)
                : model.origins().of(levels.get(levels.size() - 1).quota());
    }

    private record Check(EffectiveQuota quota, String namespace, Origin origin, Problems problems) {

        void all(Tenant tenant, List<WorkloadSidecars> sidecars) {
            parts();
            pods(sidecars);
            sidecars.forEach(
                    each -> proxy("the sidecar of workload " + each.workload().name(), each.size()));
            GatewayProxies.generated(tenant, namespace)
                    .forEach(gateway -> proxy(
                            "gateway " + gateway.name(),
                            GatewayProxies.of(gateway.replicas(), gateway.resources())
                                    .size()));
            tenant.namespaces().stream()
                    .filter(own -> own.name().equals(namespace))
                    .map(TenantNamespace::waypoint)
                    .flatMap(Stream::ofNullable)
                    .forEach(waypoint -> proxy(
                            "waypoint " + waypoint.name(),
                            GatewayProxies.of(waypoint.replicas(), waypoint.resources())
                                    .size()));
        }

        private void parts() {
            SortedMap<String, BigDecimal> hard = quota.hard();
            SortedMap<String, BigDecimal> containers = quota.containers();
            hard.forEach((key, amount) -> negative(key, amount));
            for (String resource : RESOURCES) {
                ordered(hard, "requests." + resource, "limits." + resource);
                ordered(containers, "min." + resource, "defaultRequest." + resource);
                ordered(containers, "defaultRequest." + resource, "default." + resource);
                ordered(containers, "default." + resource, "max." + resource);
            }
        }

        private void negative(String key, BigDecimal amount) {
            if (amount.signum() < 0) {
                report(amount.toPlainString(), "'" + key + "' is less than nothing.", "Write 0 or more.");
            }
        }

        private void ordered(SortedMap<String, BigDecimal> amounts, String less, String more) {
            BigDecimal low = amounts.get(less);
            BigDecimal high = amounts.get(more);
            if (low != null && high != null && low.compareTo(high) > 0) {
                report(
                        QuotaWords.amount(less, low),
                        "In namespace " + namespace + " '" + less + "' is above '" + more + "', which is "
                                + QuotaWords.amount(more, high) + ".",
                        "Write amounts in this order: min, defaultRequest, default, max; requests, limits.");
            }
        }

        private void proxy(String whose, ProxySize size) {
            above("max.cpu", size.limits().cpu(), whose);
            above("max.memory", size.limits().memory(), whose);
            below("min.cpu", size.requests().cpu(), whose);
            below("min.memory", size.requests().memory(), whose);
        }

        private void above(String key, BigDecimal limit, String whose) {
            BigDecimal most = quota.containers().get(key);
            if (most != null && limit.compareTo(most) > 0) {
                refused(key, most, whose, "may use " + QuotaWords.amount(key, limit));
            }
        }

        private void below(String key, BigDecimal request, String whose) {
            BigDecimal least = quota.containers().get(key);
            if (least != null && request.compareTo(least) < 0) {
                refused(key, least, whose, "asks for " + QuotaWords.amount(key, request));
            }
        }

        private void refused(String key, BigDecimal bound, String whose, String what) {
            report(
                    QuotaWords.amount(key, bound),
                    "In namespace " + namespace + " " + whose + " " + what + ", and '" + key + "' refuses its pods.",
                    "Move the bound, or give the proxy resources within it.");
        }

        private void pods(List<WorkloadSidecars> sidecars) {
            BigDecimal most = quota.hard().get("pods");
            int declared = sidecars.stream()
                    .flatMap(each -> each.count().stream())
                    .mapToInt(Replicas::max)
                    .sum();
            if (most != null && declared > 0 && most.compareTo(BigDecimal.valueOf(declared)) < 0) {
                report(
                        most.toPlainString(),
                        "Workloads of namespace " + namespace + " may have " + declared + " pods.",
                        "Admit more pods, and some for the time when old and new ones run beside each other.");
            }
        }

        private void report(String written, String why, String fix) {
            problems.error(ProblemCode.QUOTA_CONTRADICTS, origin, written, why, fix);
        }
    }
}
