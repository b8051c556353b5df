package dev.tenantmesh.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Manifests as a team writes them by hand: tenants of four namespaces, each with three workloads and their Services,
 * seven NetworkPolicies, strict mutual TLS and two AuthorizationPolicies; 17 objects a namespace.
 */
final class SyntheticManifests {

    private static final int NAMESPACES_OF_A_TENANT = 4;
    private static final int WORKLOADS_OF_A_NAMESPACE = 3;
    private static final int PORT = 8080;

    private final String tenant;
    private final String namespace;
    private final String neighbour;

    private SyntheticManifests(int index, int tenants) {
        int number = index / NAMESPACES_OF_A_TENANT;
        int place = index % NAMESPACES_OF_A_TENANT;
        this.tenant = "t" + number;
        this.namespace = tenant + "-" + place;
        this.neighbour = "t" + (number + 1) % tenants + "-" + place;
    }

    /** One text of all documents. */
    static String of(int namespaces) {
        int tenants = namespaces / NAMESPACES_OF_A_TENANT;
        return IntStream.range(0, namespaces)
                .mapToObj(index -> new SyntheticManifests(index, tenants))
                .flatMap(SyntheticManifests::documents)
                .collect(Collectors.joining("\n---\n"));
    }

    private Stream<String> documents() {
        Stream<String> own = Stream.of(
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + namespace
                        + ", labels: {istio-injection: enabled, tenant: " + tenant + "}}",
                closed(),
                egress("dns", named("kube-system", "k8s-app: kube-dns"), 53),
                egress("istiod", named("istio-system", "app: istiod"), 15_012),
                egress("tenant-out", ofTenant(), PORT),
                ingress("tenant-in", "{}", ofTenant(), PORT),
                ingress("neighbour", "{matchLabels: {app: w0}}", named(neighbour, "app: w1"), PORT),
                ingress("monitoring", "{}", named("monitoring", "app: prometheus"), 15_020),
                istio("PeerAuthentication", "default", "{mtls: {mode: STRICT}}"),
                istio("AuthorizationPolicy", "guard", guard()),
                istio("AuthorizationPolicy", "allow", allow()));
        return Stream.concat(
                own, IntStream.range(0, WORKLOADS_OF_A_NAMESPACE).boxed().flatMap(this::workload));
    }

    private String closed() {
        return policy("closed", "podSelector: {}, policyTypes: [Ingress, Egress]");
    }

    private String ingress(String name, String pods, String peer, int port) {
        return policy(
                name,
                "podSelector: " + pods + ", policyTypes: [Ingress], ingress: [{from: [" + peer + "], ports: [{port: "
                        + port + "}]}]");
    }

    private String egress(String name, String peer, int port) {
        return policy(
                name,
                "podSelector: {}, policyTypes: [Egress], egress: [{to: [" + peer + "], ports: [{port: " + port
                        + "}]}]");
    }

    private String ofTenant() {
        return "{namespaceSelector: {matchLabels: {tenant: " + tenant + "}}}";
    }

    private static String named(String namespace, String pods) {
        return "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: " + namespace
                + "}}, podSelector: {matchLabels: {" + pods + "}}}";
    }

    private String policy(String name, String spec) {
        return object("networking.k8s.io/v1", "NetworkPolicy", name, "{" + spec + "}");
    }

    private String istio(String kind, String name, String spec) {
        return object("security.istio.io/v1", kind, name, spec);
    }

    private String object(String apiVersion, String kind, String name, String spec) {
        return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: "
                + namespace + "}\nspec: " + spec;
    }

    private String guard() {
        List<String> members = IntStream.range(0, NAMESPACES_OF_A_TENANT)
                .mapToObj(place -> tenant + "-" + place)
                .toList();
        return "{action: DENY, rules: [{from: [{source: {notNamespaces: [" + String.join(", ", members) + ", "
                + neighbour + "]}}]}]}";
    }

    private String allow() {
        return "{rules: [{from: [{source: {principals: [cluster.local/ns/" + neighbour
                + "/sa/w1]}}], to: [{operation: {ports: ['" + PORT + "']}}]}, {from: [{source: {namespaces: ['" + tenant
                + "-*']}}]}]}";
    }

    private Stream<String> workload(int number) {
        String name = "w" + number;
        return Stream.of(
                object(
                        "apps/v1",
                        "Deployment",
                        name,
                        "{selector: {matchLabels: {app: " + name + "}}, template: {metadata: {labels: {app: " + name
                                + "}}, spec: {serviceAccountName: " + name
                                + ", containers: [{name: app, image: app, ports: [{name: http, containerPort: " + PORT
                                + "}]}]}}}"),
                object(
                        "v1",
                        "Service",
                        name,
                        "{selector: {app: " + name + "}, ports: [{name: http, port: 80, targetPort: " + PORT + "}]}"));
    }
}
