package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.capacity.Amount;
import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a gateway that is generated.
 *
 * @param count how many
 * @param size what each of them reserves
 */
public record GatewayProxies(Replicas count, ProxySize size) {

    /** What was written, completed by the defaults. */
    public static GatewayProxies of(@Nullable Replicas replicas, @Nullable Resources resources) {
        Resources size = Objects.requireNonNullElse(resources, Resources.DEFAULT);
        return new GatewayProxies(
                Objects.requireNonNullElse(replicas, Replicas.DEFAULT),
                new ProxySize(amount(size.allRequests()), amount(size.allLimits())));
    }

    /** The generated gateways of a tenant in one of its namespaces. */
    public static List<Gateway> generated(Tenant tenant, String namespace) {
        return tenant.gateways().stream()
                .filter(Gateway::isGenerated)
                .filter(gateway -> gateway.namespace().equals(namespace))
                .toList();
    }

    private static Amount amount(Resources.Amounts amounts) {
        return Amount.of(String.valueOf(amounts.cpu()), String.valueOf(amounts.memory()));
    }
}
