package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Monitoring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The system parts that a distribution ships, and the labels they carry.
 *
 * @param dns the DNS pods
 * @param dnsPort their own port
 * @param router the ingress router
 * @param exposeLabel the label by which pods open themselves to the router
 * @param monitoring who scrapes metrics
 * @param hostNetwork what host-network sources match
 */
record SystemParts(
        Peer dns,
        int dnsPort,
        Optional<Peer> router,
        SortedMap<String, String> exposeLabel,
        Optional<Monitoring> monitoring,
        Optional<Peer> hostNetwork) {

    /**
     * Peers of the router and of the host network have no pod selector: on OVN-Kubernetes only then do they match
     * host-network sources.
     *
     * @see <a href="https://docs.openshift.com/container-platform/latest/networking/network_security/network_policy/about-network-policy.html">about network policy</a>
     */
    private static final SystemParts OPENSHIFT = new SystemParts(
            new Peer.Named("openshift-dns", Map.of("dns.operator.openshift.io/daemonset-dns", "default")),
            5353,
            Optional.of(new Peer.Labelled(Map.of("policy-group.network.openshift.io/ingress", ""), Map.of())),
            new TreeMap<>(Map.of("maistra.io/expose-route", "true")),
            Optional.of(new Monitoring(Map.of("network.openshift.io/policy-group", "monitoring"), Map.of(), List.of())),
            Optional.of(new Peer.Labelled(Map.of("policy-group.network.openshift.io/host-network", ""), Map.of())));

    private static final SystemParts KUBERNETES = new SystemParts(
            new Peer.Named("kube-system", Map.of("k8s-app", "kube-dns")),
            53,
            Optional.empty(),
            new TreeMap<>(Map.of("tenantmesh.dev/expose-route", "true")),
            Optional.empty(),
            Optional.empty());

    static SystemParts of(Distribution.Type distribution) {
        return switch (distribution) {
            case OPENSHIFT -> OPENSHIFT;
            case KUBERNETES -> KUBERNETES;
        };
    }
}
