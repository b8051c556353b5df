package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.Heading;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the proxies of one namespace connect to a host.
 *
 * @param heading name, place and reason
 * @param host which host
 * @param tls the TLS that they make for all of it; absent: what its subsets say
 * @param subsets settings that routes choose by name, sorted
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
public record DestinationRulePlan(
        Heading heading, String host, @Nullable ClientTls tls, List<Subset> subsets) {

    public DestinationRulePlan {
        if ((tls == null) == subsets.isEmpty()) {
            throw new IllegalArgumentException("One or the other says something: " + heading.entry());
        }
        subsets = subsets.stream().sorted(Comparator.comparing(Subset::name)).toList();
    }

    /**
     * TLS of a proxy as a client; the server is always verified.
     *
     * @param mode Istio's client TLS mode
     * @param sni the name that it asks for
     * @param credentialName the Secret with what it trusts and shows; absent: the authorities of its image, or the
     *     mesh's own certificates
     * @param subjectAltNames the names of which the server's certificate must have one
     */
    public record ClientTls(Mode mode, String sni, @Nullable String credentialName, List<String> subjectAltNames) {

        public ClientTls {
            if (subjectAltNames.isEmpty()) {
                throw new IllegalArgumentException("A certificate for any name would do for " + sni);
            }
            subjectAltNames = subjectAltNames.stream().distinct().sorted().toList();
        }
    }

    /**
     * Settings that routes choose by name.
     *
     * @param name of the subset
     * @param tls the TLS that proxies make
     */
    public record Subset(String name, ClientTls tls) {}

    /** The client TLS modes. */
    public enum Mode {
        SIMPLE,
        MUTUAL,
        ISTIO_MUTUAL
    }
}
