package dev.tenantmesh.verifier.reach.client;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What a client's own proxy may make of a connection.
 *
 * @param kind what it makes of it
 * @param certainty whether it does
 * @param because one sentence without its full stop: the rule that decided
 * @param origin the line of that rule; null for a default
 */
public record Sending(
        Kind kind,
        Truth certainty,
        String because,
        @Nullable Origin origin) {

    /** What proxies make of connections. */
    public enum Kind {
        /** What the application sends, as it is. */
        PLAINTEXT("sends plaintext"),
        /** Mutual TLS with the identity of the pod. */
        ISTIO_MTLS("sends mutual TLS with the pod's identity"),
        /** TLS that a DestinationRule describes, without an identity of the mesh. */
        USER_TLS("sends TLS without an identity of the mesh"),
        /** Nothing: it drops the connection. */
        BLACKHOLED("drops the connection"),
        /** What the application sends, to the address that it asked for, since it knows no better. */
        PASSED_THROUGH("passes plaintext on to the address itself"),
        /** It goes to another host. */
        LED_ELSEWHERE("leads the connection elsewhere");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** How people call it. */
        public String title() {
            return title;
        }
    }

    static Sending certain(Kind kind, String because, @Nullable Origin origin) {
        return new Sending(kind, Truth.YES, because, origin);
    }

    /** The same, no more certain than something else. */
    Sending butOnly(Truth other) {
        return new Sending(kind, certainty.and(other), because, origin);
    }
}
