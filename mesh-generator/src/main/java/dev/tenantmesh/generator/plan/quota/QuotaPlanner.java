package dev.tenantmesh.generator.plan.quota;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.Rollout;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.model.effective.EffectiveQuota;
import dev.tenantmesh.model.effective.GatewayProxies;
import dev.tenantmesh.model.effective.WorkloadSidecars;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what namespaces of tenants may use. A quota is the tenant's own share; what the mesh puts beside it is added, so
 * that nobody has to count sidecars: one for each pod, and those that run for a while when pods are replaced, of which a
 * Deployment makes a quarter more unless it says otherwise. The pods and Services of generated gateways and of waypoints are
 * added as well.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">resource quotas</a>
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge">pods beside those that
 *     are replaced</a>
 */
public final class QuotaPlanner {

    /** A generated gateway replaces its pods one by one. */
    private static final int GATEWAY_SURGE = 1;

    private static final int SURGE_DIVISOR = 4;

    private final Target target;
    private final Members members;

    private QuotaPlanner(Target target, Members members) {
        this.target = target;
        this.members = members;
    }

    /** The ResourceQuotas of a mesh. */
    public static List<QuotaPlan> quotas(Target target, Members members) {
        QuotaPlanner planner = new QuotaPlanner(target, members);
        return members.namespaces().stream()
                .flatMap(namespace -> planner.quota(namespace).stream())
                .toList();
    }

    /** The LimitRanges of a mesh. */
    public static List<ContainerLimitsPlan> containerLimits(Target target, Members members) {
        QuotaPlanner planner = new QuotaPlanner(target, members);
        return members.namespaces().stream()
                .flatMap(namespace -> planner.limits(namespace).stream())
                .toList();
    }

    private Optional<EffectiveQuota> effective(MemberNamespace namespace) {
        return namespace
                .owningTenant()
                .map(tenant -> EffectiveQuota.of(target.platform(), tenant, (TenantNamespace) namespace.source()));
    }

    private Optional<QuotaPlan> quota(MemberNamespace namespace) {
        SortedMap<String, BigDecimal> hard =
                effective(namespace).map(quota -> new TreeMap<>(quota.hard())).orElseGet(TreeMap::new);
        if (hard.isEmpty()) {
            return Optional.empty();
        }
        List<Gateway> own = namespace
                .owningTenant()
                .map(tenant -> GatewayProxies.generated(tenant, namespace.name()))
                .orElse(List.of());
        List<Addition> additions = Stream.of(
                        sidecars(namespace, hard), own.stream().map(QuotaPlanner::pods), waypoint(namespace).stream())
                .flatMap(all -> all)
                .toList();
        additions.forEach(addition -> addition.addTo(hard));
        own.forEach(gateway -> addObjects(hard, gateway));
        waypoint(namespace).ifPresent(pods -> {
            add(hard, "pods", pods.steady() + pods.surge());
            add(hard, "services", 1);
        });
        Heading heading = members.heading(
                        namespace, "tenant-quota", namespace.entry() + "/quota", reason(namespace, additions))
                .with(Rollout.TIGHTENS);
        return Optional.of(new QuotaPlan(heading, texts(hard)));
    }

    /** Where nothing is declared, each pod that there may be can have one; in an ambient namespace none has. */
    private static Stream<Addition> sidecars(MemberNamespace namespace, SortedMap<String, BigDecimal> hard) {
        if (namespace.isAmbient()) {
            return Stream.of();
        }
        if (namespace.isOpen() && hard.containsKey("pods")) {
            int pods = hard.get("pods").intValueExact();
            return Stream.of(new Addition("sidecars", pods, 0, ProxySize.INJECTED));
        }
        return namespace.workloads().stream()
                .flatMap(workload -> Optional.ofNullable(workload.source().replicas()).stream()
                        .map(Replicas::max)
                        .filter(most -> most > 0)
                        .map(most -> new Addition(
                                "sidecars of " + workload.name(),
                                most,
                                surge(most),
                                WorkloadSidecars.size(workload.source()))));
    }

    /** The control plane makes its pods, with the strategy that Deployments have by default. */
    private static Optional<Addition> waypoint(MemberNamespace namespace) {
        return Optional.ofNullable(namespace.source() instanceof TenantNamespace own ? own.waypoint() : null)
                .map(waypoint -> {
                    GatewayProxies proxies = GatewayProxies.of(waypoint.replicas(), waypoint.resources());
                    int most = proxies.count().max();
                    return new Addition("pods of waypoint " + waypoint.name(), most, surge(most), proxies.size());
                });
    }

    private static Addition pods(Gateway gateway) {
        GatewayProxies proxies = GatewayProxies.of(gateway.replicas(), gateway.resources());
        return new Addition("pods of gateway " + gateway.name(), proxies.count().max(), surge(gateway), proxies.size());
    }

    /** One that the control plane makes has the strategy that Deployments have by default. */
    private static int surge(Gateway gateway) {
        int most = GatewayProxies.of(gateway.replicas(), gateway.resources())
                .count()
                .max();
        return gateway.isAutomated() ? surge(most) : GATEWAY_SURGE;
    }

    private static int surge(int pods) {
        return (pods + SURGE_DIVISOR - 1) / SURGE_DIVISOR;
    }

    /**
     * A Service of a load balancer takes ports of nodes, too; one that the control plane makes has a port for its readiness.
     *
     * @see <a href="https://github.com/kubernetes/kubernetes/blob/master/pkg/quota/v1/evaluator/core/services.go">how
     *     Services are counted</a>
     */
    private void addObjects(SortedMap<String, BigDecimal> hard, Gateway gateway) {
        Exposure.Type type = target.exposure(gateway.exposure().type());
        boolean balanced = type == Exposure.Type.LOAD_BALANCER;
        int ports = gateway.isAutomated() ? 2 : 1;
        int most = GatewayProxies.of(gateway.replicas(), gateway.resources())
                .count()
                .max();
        add(hard, "pods", most + surge(gateway));
        add(hard, "services", 1);
        add(hard, "services.loadbalancers", balanced ? 1 : 0);
        add(hard, "services.nodeports", balanced || type == Exposure.Type.NODE_PORT ? ports : 0);
    }

    private static void add(SortedMap<String, BigDecimal> hard, String key, int count) {
        hard.computeIfPresent(key, (same, own) -> own.add(BigDecimal.valueOf(count)));
    }

    private static String reason(MemberNamespace namespace, List<Addition> additions) {
        String share = "what tenant " + namespace.owner() + " may use here";
        return additions.isEmpty()
                ? share
                : share + ", and beside it: "
                        + additions.stream().map(Addition::line).collect(Collectors.joining("; "));
    }

    private Optional<ContainerLimitsPlan> limits(MemberNamespace namespace) {
        SortedMap<String, BigDecimal> amounts =
                effective(namespace).map(EffectiveQuota::containers).orElseGet(TreeMap::new);
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = members.heading(
                namespace,
                "tenant-limits",
                namespace.entry() + "/quota",
                "what a container of tenant " + namespace.owner() + " gets that says nothing, and what it may say");
        return Optional.of(new ContainerLimitsPlan(
                heading,
                part(amounts, "default."),
                part(amounts, "defaultRequest."),
                part(amounts, "max."),
                part(amounts, "min.")));
    }

    private static SortedMap<String, String> part(SortedMap<String, BigDecimal> amounts, String prefix) {
        SortedMap<String, BigDecimal> part = new TreeMap<>();
        amounts.forEach((key, amount) -> {
            if (key.startsWith(prefix)) {
                part.put(key.substring(prefix.length()), amount);
            }
        });
        return texts(part);
    }

    private static SortedMap<String, String> texts(SortedMap<String, BigDecimal> amounts) {
        SortedMap<String, String> texts = new TreeMap<>();
        amounts.forEach((key, amount) -> texts.put(key, text(key, amount)));
        return texts;
    }

    private static String text(String key, BigDecimal amount) {
        if (key.endsWith("cpu")) {
            return Quantity.cpuText(amount);
        }
        return key.endsWith("memory") || key.endsWith("storage") ? Quantity.memoryText(amount) : amount.toPlainString();
    }
}
