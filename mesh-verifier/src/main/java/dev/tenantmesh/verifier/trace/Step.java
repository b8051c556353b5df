package dev.tenantmesh.verifier.trace;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.select.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What one layer made of a connection, and by what.
 *
 * @param layer which layer
 * @param passed whether it lets the connection through
 * @param because one sentence without its full stop: the rule that decided, or the default that applied
 * @param origin the line of that rule; null for a default
 */
public record Step(
        Layer layer, Truth passed, String because, @Nullable Origin origin) {

    /** The layers in the order in which a connection meets them. */
    public enum Layer {
        /** What the source's own proxy does, which whoever owns the source can go past. */
        CLIENT("source's proxy"),
        /** What makes a gateway or router forward: between two connections. */
        ROUTE("route"),
        /** NetworkPolicies of the source's namespace. */
        EGRESS("network, going out"),
        /** NetworkPolicies of the destination's namespace. */
        INGRESS("network, coming in"),
        /** Whether the destination's proxy sees the connection at all. */
        CAPTURE("proxy"),
        /** What the proxy demands: PeerAuthentications. */
        AUTHENTICATION("mutual TLS"),
        /** Whom it admits: AuthorizationPolicies. */
        AUTHORIZATION("authorization");

        private final String title;

        Layer(String title) {
            this.title = title;
        }

        /** The layer of the policies for a direction. */
        public static Layer of(Direction direction) {
            return direction == Direction.INGRESS ? INGRESS : EGRESS;
        }

        /** How people call it. */
        public String title() {
            return title;
        }
    }

    public static Step of(Layer layer, Truth passed, String because, @Nullable Origin origin) {
        return new Step(layer, passed, because, origin);
    }

    @Override
    public String toString() {
        String outcome = switch (passed) {
            case YES -> "passes";
            case MAYBE -> "may pass";
            case NO -> "stops";
        };
        return layer.title() + ": " + outcome + ", " + because + (origin == null ? "" : " (" + origin + ")");
    }
}
