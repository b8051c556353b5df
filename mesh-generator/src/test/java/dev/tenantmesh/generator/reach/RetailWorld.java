package dev.tenantmesh.generator.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cluster around the retail example: its tenants, its platform, its neighbours and its enemies. */
final class RetailWorld {

    /** Who owns a namespace: a tenant, or the platform team. */
    static final Map<String, String> TENANTS = Map.ofEntries(
            Map.entry("payments-prod", "payments"),
            Map.entry("inventory-prod", "inventory"),
            Map.entry("inventory-batch", "inventory"),
            Map.entry("inventory-gateway", "inventory"),
            Map.entry("web-prod", "web"),
            Map.entry("web-ingress", "web"),
            Map.entry("catalog-prod", "catalog"),
            Map.entry("analytics-jobs", "analytics"),
            Map.entry("retail-ingress", "platform"),
            Map.entry("retail-egress", "platform"));

    private static final Map<String, String> TRUST_DOMAINS = Map.of(
            "payments", "retail.example.com",
            "inventory", "retail.example.com",
            "web", "retail.example.com",
            "catalog", "retail.example.com",
            "analytics", "analytics.example.com",
            "platform", "retail.example.com");

    private RetailWorld() {}

    static World on(RetailPlatform platform) {
        List<Endpoint> endpoints = new ArrayList<>(RetailPods.on(platform, TENANTS));
        endpoints.addAll(platform.isOpenShift() ? openShift() : kubernetes());
        endpoints.addAll(neighbours());
        RetailPods.forged("forger").forEach(endpoints::add);
        endpoints.addAll(addresses());
        Map<String, Map<String, String>> namespaces = new HashMap<>();
        endpoints.forEach(endpoint -> namespaces.put(endpoint.namespace(), Map.of()));
        namespaces.putAll(platform.isOpenShift() ? openShiftLabels() : Map.of());
        namespaces.put("inventory-batch", labelsByHand(platform));
        namespaces.put("forger", forgedLabels());
        return new World(platform.isOpenShift(), namespaces, endpoints, TENANTS, TRUST_DOMAINS);
    }

    /** Nothing renders the Namespace of inventory-batch, so who owns it must label it. */
    private static Map<String, String> labelsByHand(RetailPlatform platform) {
        return platform == RetailPlatform.OPENSHIFT_MESH_2
                ? Map.of()
                : Map.of("tenantmesh.dev/mesh", "retail", "istio.io/rev", "retail");
    }

    private static Map<String, String> forgedLabels() {
        return Map.of(
                "tenantmesh.dev/mesh", "retail",
                "tenantmesh.dev/tenant", "payments",
                "app.kubernetes.io/managed-by", "tenant-mesh",
                "istio.io/rev", "retail",
                "maistra.io/member-of", "retail-mesh",
                "name", "payments-prod");
    }

    private static Map<String, Map<String, String>> openShiftLabels() {
        Map<String, String> monitoring = Map.of("network.openshift.io/policy-group", "monitoring");
        Map<String, String> ingress =
                Map.of("policy-group.network.openshift.io/ingress", "", "network.openshift.io/policy-group", "ingress");
        return Map.of(
                "openshift-ingress", ingress,
                "openshift-monitoring", monitoring,
                "openshift-user-workload-monitoring", monitoring,
                "openshift-host-network", Map.of("policy-group.network.openshift.io/host-network", ""));
    }

    private static List<Endpoint> openShift() {
        Map<String, String> resolver = Map.of("dns.operator.openshift.io/daemonset-node-resolver", "");
        return List.of(
                pod(
                        "openshift-ingress",
                        "router",
                        "ingresscontroller.operator.openshift.io/deployment-ingresscontroller",
                        "default"),
                pod("openshift-monitoring", "prometheus", "app.kubernetes.io/name", "prometheus"),
                pod("openshift-user-workload-monitoring", "prometheus", "app.kubernetes.io/name", "prometheus"),
                pod("openshift-dns", "dns", "dns.operator.openshift.io/daemonset-dns", "default"),
                pod("openshift-dns", "other", "app", "other"),
                Endpoint.hostProcess("openshift-dns", "node-resolver", "198.51.100.2", resolver));
    }

    private static List<Endpoint> kubernetes() {
        return List.of(
                pod("ingress-haproxy", "router", "app", "haproxy"),
                pod("monitoring", "prometheus", "app.kubernetes.io/name", "prometheus"),
                pod("kube-system", "dns", "k8s-app", "kube-dns"),
                pod("kube-system", "other", "app", "other"));
    }

    private static List<Endpoint> neighbours() {
        return List.of(
                pod("vault", "vault", "app.kubernetes.io/name", "vault"),
                pod("vault", "other", "app.kubernetes.io/name", "other"),
                pod("kafka", "events", "strimzi.io/cluster", "events"),
                pod("kafka", "other", "strimzi.io/cluster", "other"),
                pod("legacy-batch", "nightly-import", "app", "nightly-import"),
                pod("legacy-batch", "other", "app", "other"),
                pod("stranger", "pod", "app", "stranger"));
    }

    private static List<Endpoint> addresses() {
        return Stream.of(
                        Endpoint.hostProcess("openshift-host-network", "process", "198.51.100.3", Map.of()),
                        Endpoint.ownNode(),
                        Endpoint.address("internet", "203.0.113.7"),
                        Endpoint.address("origin.media.example", "203.0.113.79"),
                        Endpoint.address("neighbour-of-origin", "203.0.113.80"),
                        Endpoint.address("api.bank.example", "203.0.113.32"),
                        Endpoint.address("neighbour-of-bank", "203.0.113.31"),
                        Endpoint.address("api.reviews.example", "203.0.113.63"),
                        Endpoint.address("api-server-1", "192.0.2.10"),
                        Endpoint.address("api-server-2", "192.0.2.11"),
                        Endpoint.address("api-server-3", "192.0.2.12"),
                        Endpoint.address("metadata", "169.254.169.254"),
                        Endpoint.address("node", "198.51.100.4"))
                .toList();
    }

    private static Endpoint pod(String namespace, String name, String label, String value) {
        return Endpoint.pod(namespace, name, Endpoint.Proxy.NONE, "default", Map.of(label, value));
    }
}
