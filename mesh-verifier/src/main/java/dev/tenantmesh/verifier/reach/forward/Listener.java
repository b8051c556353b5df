package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A port of a relay, with what is done to what comes in by it.
 *
 * @param relay whose it is
 * @param name what makes it listen
 * @param port the port of its pods
 * @param tls the TLS mode; empty for none
 * @param hosts for which hosts
 * @param carries whom those behind it take a connection to come from
 * @param mutual whether it asks for a mesh identity
 * @param origin where it was written; null if it is in no manifest
 */
public record Listener(
        Relay relay,
        String name,
        Port port,
        String tls,
        List<String> hosts,
        Carries carries,
        boolean mutual,
        @Nullable Origin origin) {

    /** Whom those behind a relay take a connection to come from. */
    public enum Carries {
        /** The relay: it ends TLS and begins anew. */
        NOTHING,
        /** Whoever connected: TLS goes through. */
        TLS,
        /** Either: bytes go through, and the relay may put TLS of its own around them. */
        BYTES
    }

    public Listener {
        hosts = List.copyOf(hosts);
    }

    /**
     * Whether the relay may put mutual TLS of its own around TLS that goes through; only where it leads to whatever a
     * client names does it certainly not.
     *
     * @see <a href="https://github.com/istio/istio/issues/29107">passthrough and encrypt</a>
     */
    public boolean mayWrap() {
        return relay.kind() == Relay.Kind.GATEWAY && tls.equals("PASSTHROUGH");
    }
}
