package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.Cidr;
import dev.tenantmesh.model.HostPattern;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;

/**
 * Hosts outside the cluster that a tenant may call. A name alone would be no bound, since the network knows addresses
 * only; so the platform grants both.
 *
 * @param host a host name, or a suffix beginning with {@code *.}
 * @param cidrs the addresses that the tenant may name for it
 * @param credentialNames the Secrets of egress gateways that may be used for it
 */
@ModelRecord
public record ExternalGrant(
        @Syntax(Syntax.Of.HOST_PATTERN) String host,
        @Syntax(Syntax.Of.CIDR) List<String> cidrs,
        @Syntax(Syntax.Of.SUBDOMAIN) List<String> credentialNames) {

    public ExternalGrant {
        cidrs = List.copyOf(cidrs);
        credentialNames = List.copyOf(credentialNames);
    }

    /** Whether it is about the host. */
    public boolean grantsHost(String name) {
        return HostPattern.matches(host, name);
    }

    /** Whether every address of the range is granted. */
    public boolean grantsAddresses(Cidr range) {
        return cidrs.stream().flatMap(cidr -> Cidr.parse(cidr).stream()).anyMatch(cidr -> cidr.contains(range));
    }
}
