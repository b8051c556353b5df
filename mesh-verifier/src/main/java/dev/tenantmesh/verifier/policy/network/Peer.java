package dev.tenantmesh.verifier.policy.network;

import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.Optional;

/**
 * The other end that a rule names.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">NetworkPolicyPeer</a>
 */
public sealed interface Peer {

    /**
     * Pods by their labels in namespaces by theirs.
     *
     * @param namespaces empty: only the policy's own namespace
     * @param pods empty: every pod; on some clusters that is not the same as a selector of everything
     */
    record Pods(Optional<LabelSelector> namespaces, Optional<LabelSelector> pods) implements Peer {}

    /**
     * Addresses.
     *
     * @param block the CIDR
     * @param except parts of it that do not count
     */
    record Addresses(AddressRange block, List<AddressRange> except) implements Peer {

        public Addresses {
            except = List.copyOf(except);
        }
    }

    /** Nodes, or domain names: what no build can tell. */
    record Undecidable(String what) implements Peer {}
}
