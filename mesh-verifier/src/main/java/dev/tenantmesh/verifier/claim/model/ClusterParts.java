package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Dns;
import dev.tenantmesh.model.platform.Monitoring;
import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.Router;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a cluster that tenants depend on and that no mesh document describes in full: what the Platform says of
 * them, and else what the distribution ships.
 *
 * @param platform the Platform
 * @see <a href="https://docs.openshift.com/container-platform/latest/networking/network_security/network_policy/about-network-policy.html">labels of system namespaces</a>
 */
record ClusterParts(Platform platform) {

    private static final int OPENSHIFT_DNS = 5353;
    private static final int DNS = 53;
    private static final int MERGED_METRICS = 15_020;

    private boolean isOpenShift() {
        return platform.distribution().type() == Distribution.Type.OPENSHIFT;
    }

    /** The DNS pods. */
    Party.Pods dns() {
        Dns dns = platform.network().dns();
        if (dns != null) {
            return pods(dns.namespace(), dns.podSelector(), "cluster DNS");
        }
        return isOpenShift()
                ? pods("openshift-dns", Map.of("dns.operator.openshift.io/daemonset-dns", "default"), "cluster DNS")
                : pods("kube-system", Map.of("k8s-app", "kube-dns"), "cluster DNS");
    }

    /** Their own port. */
    int dnsPort() {
        Dns dns = platform.network().dns();
        Integer written = dns == null ? null : dns.port();
        return written != null ? written : isOpenShift() ? OPENSHIFT_DNS : DNS;
    }

    /** The ingress router, where there is one; on the host network it is a process of a node, too. */
    Optional<Party> router() {
        Router router = platform.router();
        if (router != null && !router.namespaceLabels().isEmpty()) {
            Party pods = labelled(router.namespaceLabels(), router.podLabels(), "the ingress router");
            return Optional.of(
                    Boolean.TRUE.equals(router.hostNetwork())
                            ? new Party.AnyOf(List.of(pods, nodes()), "the ingress router")
                            : pods);
        }
        return isOpenShift()
                ? Optional.of(labelled(
                        Map.of("policy-group.network.openshift.io/ingress", ""), Map.of(), "the ingress router"))
                : Optional.empty();
    }

    /** The label by which pods open themselves to the router. */
    Map<String, String> exposeLabel() {
        Router router = platform.router();
        if (router != null && !router.exposeLabel().isEmpty()) {
            return router.exposeLabel();
        }
        return Map.of(isOpenShift() ? "maistra.io/expose-route" : "tenantmesh.dev/expose-route", "true");
    }

    /** Who scrapes metrics. */
    Optional<Party> monitoring() {
        Monitoring monitoring = platform.monitoring();
        if (monitoring != null) {
            return Optional.of(labelled(monitoring.namespaceLabels(), monitoring.podLabels(), "monitoring"));
        }
        return isOpenShift()
                ? Optional.of(
                        labelled(Map.of("network.openshift.io/policy-group", "monitoring"), Map.of(), "monitoring"))
                : Optional.empty();
    }

    /** The ports that are scraped. */
    List<Integer> scraped() {
        Monitoring monitoring = platform.monitoring();
        return monitoring == null || monitoring.ports().isEmpty() ? List.of(MERGED_METRICS) : monitoring.ports();
    }

    /** Who calls webhooks: the API server, which only some plugins can tell from anybody else. */
    Party webhooks() {
        boolean told = isOpenShift() && platform.network().cni() == Network.Cni.OVN_KUBERNETES;
        return told
                ? new Party.AnyOf(
                        List.of(
                                nodes(),
                                labelled(
                                        Map.of("policy-group.network.openshift.io/host-network", ""),
                                        Map.of(),
                                        "the host network")),
                        "the API server")
                : known();
    }

    /** With Calico the addresses of nodes, if the platform says them. */
    private Party known() {
        List<String> addresses = platform.network().nodeCIDRs();
        return addresses.isEmpty()
                ? Party.ANYONE
                : new Party.AnyOf(List.of(nodes(), GatewayOpenings.addresses(addresses)), "the nodes");
    }

    private static Party nodes() {
        return new Party.Nodes("processes on nodes");
    }

    static Party.Pods pods(String namespace, Map<String, String> labels, String title) {
        return new Party.Pods(Set.of(namespace), LabelSelector.of(labels), title);
    }

    static Party.Labelled labelled(Map<String, String> namespaces, Map<String, String> pods, String title) {
        return new Party.Labelled(LabelSelector.of(namespaces), LabelSelector.of(pods), title);
    }
}
