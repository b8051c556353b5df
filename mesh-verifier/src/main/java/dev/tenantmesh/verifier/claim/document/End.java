package dev.tenantmesh.verifier.claim.document;

import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection: pods of a tenant, of a namespace or of namespaces with labels, addresses outside, nodes, or
 * anyone.
 *
 * @param tenant the name of an owner
 * @param namespace the name of a namespace
 * @param namespaceSelector the labels of namespaces
 * @param podSelector which of their pods; absent: all
 * @param cidrs addresses outside the cluster
 * @param nodes {@code true}: processes in the network of nodes
 * @param anyone {@code true}: everybody
 */
public record End(
        @Nullable String tenant,
        @Nullable String namespace,
        @Nullable Selector namespaceSelector,
        @Nullable Selector podSelector,
        List<String> cidrs,
        @Nullable Boolean nodes,
        @Nullable Boolean anyone) {

    public End {
        cidrs = List.copyOf(cidrs);
        boolean pods = tenant != null || namespace != null || namespaceSelector != null;
        long said = Stream.of(
                        tenant != null,
                        namespace != null,
                        namespaceSelector != null,
                        !cidrs.isEmpty(),
                        nodes != null,
                        anyone != null)
                .filter(one -> one)
                .count();
        if (said != 1 || (podSelector != null && !pods)) {
            throw new IllegalArgumentException(
                    "An end is exactly one of: tenant, namespace, namespaceSelector, each with"
                            + " or without podSelector; cidrs; nodes; anyone.");
        }
        if (Boolean.FALSE.equals(nodes) || Boolean.FALSE.equals(anyone)) {
            throw new IllegalArgumentException("Leave a key out rather than to say `false`.");
        }
        cidrs.stream()
                .filter(cidr -> AddressRange.ofCidr(cidr).isEmpty())
                .findFirst()
                .ifPresent(cidr -> {
                    throw new IllegalArgumentException("'" + cidr + "' is no CIDR such as 10.0.0.0/8.");
                });
    }

    /** Whether it is pods. */
    boolean isPods() {
        return cidrs.isEmpty() && nodes == null;
    }
}
