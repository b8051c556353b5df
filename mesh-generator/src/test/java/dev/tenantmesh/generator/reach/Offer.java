package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Set;

/**
 * A name that proxies can be told of: a Service of a tenant, or what a ServiceEntry names.
 *
 * @param namespace where the Service or the ServiceEntry is
 * @param exportTo where it is known; {@code .} for its own namespace
 */
record Offer(String namespace, String host, Set<String> exportTo) {

    static Offer of(String namespace, String host, List<String> exportTo) {
        if (exportTo.isEmpty() || exportTo.contains("~")) {
            throw new NotUnderstood(namespace + "/" + host + ": exported to " + exportTo);
        }
        return new Offer(namespace, host, Set.copyOf(exportTo));
    }

    boolean isKnownIn(String other) {
        return exportTo.contains("*")
                || exportTo.contains(other)
                || (exportTo.contains(".") && namespace.equals(other));
    }
}
