package dev.tenantmesh.model.quota;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.Syntax;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each namespace may use. A lower level takes what a higher one says, key by key, or less.
 *
 * @param hard a ResourceQuota, for the tenant's own pods and Services: what sidecars and generated gateways need is added
 * @param containers a LimitRange, for containers that say nothing and bounds for those that do
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">resource quotas</a>
 */
@ModelRecord
public record Quota(@Nullable Hard hard, @Nullable ContainerLimits containers) {

    /**
     * The bounds of a namespace, as Kubernetes spells them. What is left out is not bounded, but Services that are open
     * outside the cluster: of those there is none.
     *
     * @param requestsCpu cores that all pods may ask for
     * @param requestsMemory bytes that all pods may ask for
     * @param limitsCpu cores that all pods may use
     * @param limitsMemory bytes that all pods may use
     * @param requestsStorage bytes that all volume claims may ask for
     * @param pods how many pods
     * @param services how many Services
     * @param loadBalancers how many of them may be of type LoadBalancer; absent: none
     * @param nodePorts how many ports of nodes they may take; absent: none
     * @param persistentVolumeClaims how many volume claims
     */
    @ModelRecord
    public record Hard(
            @JsonProperty("requests.cpu") @Syntax(Syntax.Of.CPU) @Nullable
            String requestsCpu,

            @JsonProperty("requests.memory") @Syntax(Syntax.Of.MEMORY) @Nullable
            String requestsMemory,

            @JsonProperty("limits.cpu") @Syntax(Syntax.Of.CPU) @Nullable
            String limitsCpu,

            @JsonProperty("limits.memory") @Syntax(Syntax.Of.MEMORY) @Nullable
            String limitsMemory,

            @JsonProperty("requests.storage") @Syntax(Syntax.Of.MEMORY) @Nullable
            String requestsStorage,

            @Nullable Integer pods,
            @Nullable Integer services,

            @JsonProperty("services.loadbalancers") @Nullable
            Integer loadBalancers,

            @JsonProperty("services.nodeports") @Nullable Integer nodePorts,

            @JsonProperty("persistentvolumeclaims") @Nullable
            Integer persistentVolumeClaims) {

        /** What is said, by the key that Kubernetes and the document have for it; what cannot be read is left out. */
        public SortedMap<String, BigDecimal> amounts() {
            SortedMap<String, BigDecimal> amounts = new TreeMap<>();
            cpu(amounts, "requests.cpu", requestsCpu);
            cpu(amounts, "limits.cpu", limitsCpu);
            memory(amounts, "requests.memory", requestsMemory);
            memory(amounts, "limits.memory", limitsMemory);
            memory(amounts, "requests.storage", requestsStorage);
            count(amounts, "pods", pods);
            count(amounts, "services", services);
            count(amounts, "services.loadbalancers", loadBalancers);
            count(amounts, "services.nodeports", nodePorts);
            count(amounts, "persistentvolumeclaims", persistentVolumeClaims);
            return amounts;
        }

        private static void cpu(SortedMap<String, BigDecimal> amounts, String key, @Nullable String text) {
            if (text != null) {
                Quantity.cpu(text).ifPresent(amount -> amounts.put(key, amount.value()));
            }
        }

        private static void memory(SortedMap<String, BigDecimal> amounts, String key, @Nullable String text) {
            if (text != null) {
                Quantity.memory(text).ifPresent(amount -> amounts.put(key, amount.value()));
            }
        }

        private static void count(SortedMap<String, BigDecimal> amounts, String key, @Nullable Integer count) {
            if (count != null) {
                amounts.put(key, BigDecimal.valueOf(count));
            }
        }
    }
}
