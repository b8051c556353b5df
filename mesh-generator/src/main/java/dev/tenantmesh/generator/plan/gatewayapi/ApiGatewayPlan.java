package dev.tenantmesh.generator.plan.gatewayapi;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.gateway.GatewayTls;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A Gateway of the Gateway API.
 *
 * @param heading name, place and reason
 * @param labels by which a control plane knows that it is its own
 * @param address the fully qualified name of the Service before pods that are there already; absent: the control plane
 *     makes both
 * @param infrastructure what it makes them of
 * @param listeners at least one
 */
public record ApiGatewayPlan(
        Heading heading,
        SortedMap<String, String> labels,
        @Nullable String address,
        Optional<InfrastructurePlan> infrastructure,
        List<Listener> listeners) {

    public ApiGatewayPlan {
        if (listeners.isEmpty() || (address == null) != infrastructure.isPresent()) {
            throw new IllegalArgumentException(
                    "Neither automated nor manual, or without listeners: " + heading.entry());
        }
        listeners = List.copyOf(listeners);
    }

    /**
     * A host whose connections are terminated in one way.
     *
     * @param name unique in the Gateway
     * @param host the host; absent: whatever the client names
     * @param tls how connections are terminated; absent: they arrive in plaintext
     * @param routes the namespace whose routes may attach; absent: the Gateway's own
     */
    public record Listener(
            String name,
            @Nullable String host,
            @Nullable GatewayTls tls,
            @Nullable String routes) {

        /** Whether only the name of the host is seen. */
        public boolean passesThrough() {
            return tls != null && tls.mode() == GatewayTls.Mode.PASSTHROUGH;
        }
    }
}
