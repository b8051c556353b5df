package dev.tenantmesh.verifier.profile;

/**
 * How a cluster without a control plane is attached to one in another cluster.
 *
 * @param address where it is found; empty: nothing says it
 * @param injection where the API server asks for proxies: a path there, or a whole URL
 * @param cluster the name by which this cluster is known there
 * @param network the network that its pods are said to be on
 * @param primary the clusters whose control plane keeps certificates and webhooks here
 * @param kept whether that control plane keeps those of other clusters at all
 * @see <a href="https://istio.io/latest/docs/setup/install/multicluster/primary-remote_multi-network/">primary-remote</a>
 */
public record Attachment(
        String address, String injection, String cluster, String network, String primary, boolean kept) {}
