package dev.tenantmesh.verifier.reach.forward;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Namespace;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may make a relay forward more than it does: whoever may write routes in these namespaces. What is added can lead
 * wherever the relay itself can connect to.
 *
 * @param relay the relay
 * @param by what has to be written
 * @param gateway the Gateway whose host it is; empty where a new one would be written
 * @param host the host that can be bound; {@code *} for any
 * @param namespaces which namespaces' objects count
 * @param delegates namespaces that routes of the others hand the host on to
 * @param origin what lets them; null for a default
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/security/#gateways">Gateways</a>
 */
public record BindSet(
        Relay relay,
        By by,
        String gateway,
        String host,
        LabelSelector namespaces,
        SortedSet<String> delegates,
        @Nullable Origin origin) {

    /** What has to be written. */
    public enum By {
        /** A route for a host that is served already. */
        ROUTE,
        /** A Gateway that selects the relay's pods. */
        GATEWAY
    }

    public BindSet {
        delegates = Collections.unmodifiableSortedSet(new TreeSet<>(delegates));
    }

    /** Whether objects of a namespace count. */
    public boolean admits(Namespace namespace) {
        return namespaces.selects(namespace.labels()) || delegates.contains(namespace.name());
    }
}
