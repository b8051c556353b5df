package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How proxies of clients connect to a host.
 *
 * @param object which object
 * @param host the host
 * @param policy for every connection
 * @param subsets policies for the parts of the host that routes lead to
 * @param exportTo where it is known
 * @param clients the only pods of its namespace whose proxies heed it; empty: all of them
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
public record DestinationRule(
        MeshObject object,
        HostPattern host,
        Policy policy,
        SortedMap<String, Policy> subsets,
        ExportTo exportTo,
        Optional<LabelSelector> clients) {

    public DestinationRule {
        subsets = Collections.unmodifiableSortedMap(new TreeMap<>(subsets));
    }

    /** What a client's proxy makes of a connection. */
    public enum Mode {
        /** Plaintext; also where no mode is written. */
        DISABLE,
        /** TLS in which only the server shows a certificate. */
        SIMPLE,
        /** TLS with a certificate that the user gives. */
        MUTUAL,
        /** Mutual TLS with the identities of the mesh. */
        ISTIO_MUTUAL
    }

    /**
     * TLS settings.
     *
     * @param mode their mode
     * @param origin where they were written
     */
    public record Tls(Mode mode, Origin origin) {}

    /**
     * Settings for connections.
     *
     * @param tls those of TLS
     * @param ports those of a port of the Service: they stand in for all others, so that a port without TLS settings has
     *     none
     */
    public record Policy(Optional<Tls> tls, SortedMap<Integer, Optional<Tls>> ports) {

        /** No settings. */
        public static final Policy NONE = new Policy(Optional.empty(), new TreeMap<>());

        public Policy {
            ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
        }
    }

    /**
     * The TLS settings for a port of a Service; empty if it says nothing of it.
     *
     * @param subset the part of the host; empty: all of it
     * @see <a href="https://github.com/istio/istio/blob/master/pilot/pkg/networking/util/util.go">MergeSubsetTrafficPolicy</a>
     */
    public Optional<Tls> tls(int port, String subset) {
        Optional<Tls> general = policy.ports().getOrDefault(port, policy.tls());
        Policy own = subsets.getOrDefault(subset, Policy.NONE);
        return own.ports().getOrDefault(port, own.tls().or(() -> general));
    }
}
