package dev.tenantmesh.verifier.profile;

import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a cluster's network plugin carries out policies, where the Kubernetes API leaves it open.
 *
 * @param name as the user writes it
 * @param enforcesIngress whether NetworkPolicies close what comes in
 * @param enforcesEgress whether they close what goes out
 * @param addressesMatchPods whether an {@code ipBlock} also matches pods with such addresses
 * @param hostNetworkNamespace the labels of the namespace by which host-network sources are matched, where the plugin
 *     has one: peers with a namespace selector and no pod selector match them by it
 * @param podRanges the pods' addresses; none: not known
 * @param nodeRanges the nodes' addresses; none: not known
 * @param router the router that the cluster brings along; empty: who carries out Ingresses is not known
 */
public record ClusterProfile(
        String name,
        Truth enforcesIngress,
        Truth enforcesEgress,
        Truth addressesMatchPods,
        Optional<SortedMap<String, String>> hostNetworkNamespace,
        List<AddressRange> podRanges,
        List<AddressRange> nodeRanges,
        Optional<IngressRouter> router) {

    /**
     * The default router of OpenShift 4. Where it runs depends on how the cluster is published: on most clouds on the pod
     * network, elsewhere on the host network.
     *
     * @see <a href="https://github.com/openshift/cluster-ingress-operator/tree/master/pkg/manifests/assets/router">its manifests</a>
     */
    private static final IngressRouter OPENSHIFT_ROUTER = new IngressRouter(
            "router-default",
            "openshift-ingress",
            new TreeMap<>(Map.of(
                    "network.openshift.io/policy-group", "ingress",
                    "policy-group.network.openshift.io/ingress", "")),
            new TreeMap<>(Map.of("ingresscontroller.operator.openshift.io/deployment-ingresscontroller", "default")),
            Truth.MAYBE);

    /**
     * What the API itself says, and nothing more.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network Policies</a>
     */
    public static final ClusterProfile KUBERNETES =
            new ClusterProfile("kubernetes", Truth.YES, Truth.YES, Truth.MAYBE, Optional.empty(), List.of(), List.of());

    /**
     * OVN-Kubernetes as OpenShift sets it up; the ingress labels are on its host-network namespace only while the
     * default router runs on the host network.
     *
     * @see <a href="https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/docs/features/network-security-controls/network-policy.md">NetworkPolicy in OVN-Kubernetes</a>
     */
    public static final ClusterProfile OVN_KUBERNETES = new ClusterProfile(
            "ovn-kubernetes",
            Truth.YES,
            Truth.YES,
            Truth.YES,
            Optional.of(new TreeMap<>(Map.of(
                    "kubernetes.io/metadata.name", "openshift-host-network",
                    "policy-group.network.openshift.io/host-network", ""))),
            List.of(),
            List.of(),
            Optional.of(OPENSHIFT_ROUTER));

    /** A plugin that stores policies and enforces none. */
    public static final ClusterProfile NONE =
            new ClusterProfile("none", Truth.NO, Truth.NO, Truth.NO, Optional.empty(), List.of(), List.of());

    /** The profiles by name. */
    public static final List<ClusterProfile> ALL = List.of(KUBERNETES, OVN_KUBERNETES, NONE);

    /** The same where no router is known. */
    public ClusterProfile(
            String name,
            Truth enforcesIngress,
            Truth enforcesEgress,
            Truth addressesMatchPods,
            Optional<SortedMap<String, String>> hostNetworkNamespace,
            List<AddressRange> podRanges,
            List<AddressRange> nodeRanges) {
        this(
                name,
                enforcesIngress,
                enforcesEgress,
                addressesMatchPods,
                hostNetworkNamespace,
                podRanges,
                nodeRanges,
                Optional.empty());
    }

    /** The same where the addresses of pods are known. */
    public ClusterProfile withPods(List<AddressRange> ranges) {
        return new ClusterProfile(
                name,
                enforcesIngress,
                enforcesEgress,
                addressesMatchPods,
                hostNetworkNamespace,
                ranges,
                nodeRanges,
                router);
    }

    /** The same where the addresses of nodes are known. */
    public ClusterProfile withNodes(List<AddressRange> ranges) {
        return new ClusterProfile(
                name,
                enforcesIngress,
                enforcesEgress,
                addressesMatchPods,
                hostNetworkNamespace,
                podRanges,
                ranges,
                router);
    }

    /** The same where the router has the network of its nodes. */
    public ClusterProfile withRouterOnHostNetwork() {
        Optional<SortedMap<String, String>> labels = hostNetworkNamespace.map(own -> {
            SortedMap<String, String> all = new TreeMap<>(own);
            router.ifPresent(known -> all.putAll(known.namespaceLabels()));
            return all;
        });
        return new ClusterProfile(
                name, enforcesIngress, enforcesEgress, addressesMatchPods, labels, podRanges, nodeRanges, router);
    }

    public ClusterProfile {
        podRanges = List.copyOf(podRanges);
        nodeRanges = List.copyOf(nodeRanges);
    }
}
