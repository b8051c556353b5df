package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.HostPattern;
import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.quota.Budget;
import dev.tenantmesh.model.quota.Quota;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may claim on this platform.
 *
 * @param name the tenant
 * @param namespaces names, or prefixes ending in {@code *}
 * @param hosts host names it may serve, or suffixes beginning with {@code *.}
 * @param externals hosts outside the cluster that it may call; none by default
 * @param budget the most that its sidecars may cost on this platform
 * @param quota the most that each of its namespaces may use; a tenant that says nothing gets it
 */
@ModelRecord
public record TenantGrant(
        @Syntax(Syntax.Of.LABEL) String name,
        @Syntax(Syntax.Of.NAMESPACE_PATTERN) List<String> namespaces,
        @Syntax(Syntax.Of.HOST_PATTERN) List<String> hosts,
        List<ExternalGrant> externals,
        @Nullable Budget budget,
        @Nullable Quota quota) {

    public TenantGrant {
        namespaces = List.copyOf(namespaces);
        hosts = List.copyOf(hosts);
        externals = List.copyOf(externals);
    }

    /** Whether the tenant may own the namespace. */
    public boolean grantsNamespace(String namespace) {
        return namespaces.stream().anyMatch(pattern -> matchesPrefix(pattern, namespace));
    }

    /** Whether the tenant may serve the host; {@code *.} covers one label and more, and never the bare domain. */
    public boolean grantsHost(String host) {
        return hosts.stream().anyMatch(pattern -> HostPattern.matches(pattern, host));
    }

    private static boolean matchesPrefix(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
