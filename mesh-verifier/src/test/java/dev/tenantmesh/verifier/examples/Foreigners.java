package dev.tenantmesh.verifier.examples;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who is in the cluster beside the meshes: the platform's own pods, whom grants and exemptions name, and strangers. */
final class Foreigners {

    private static final String NAME = "app.kubernetes.io/name";

    /** A namespace that carries what tenants' namespaces carry, but for the labels that only the platform's have. */
    static final String FORGER = "forger";

    private Foreigners() {}

    static List<Namespace> namespaces(Platform platform) {
        Stream<Namespace> own = platform.isOpenShift()
                ? Stream.of(
                        namespace("openshift-ingress", Map.ofEntries(platform.router())),
                        namespace("openshift-monitoring", Map.ofEntries(platform.monitoring())),
                        namespace("openshift-user-workload-monitoring", Map.ofEntries(platform.monitoring())))
                : Stream.of(namespace("ingress-haproxy", Map.of()), namespace("monitoring", Map.of()));
        Stream<Namespace> others = Stream.of(platform.dnsNamespace(), "vault", "kafka", "legacy-batch", "stranger")
                .map(name -> namespace(name, Map.of()));
        Map<String, String> forged = Map.of(
                "tenantmesh.dev/mesh", "retail",
                "tenantmesh.dev/tenant", "payments",
                "app.kubernetes.io/managed-by", "tenant-mesh",
                "istio.io/rev", "retail",
                "maistra.io/member-of", "retail-mesh",
                "name", "payments-prod");
        return Stream.of(own, others, Stream.of(namespace(FORGER, forged)))
                .flatMap(namespaces -> namespaces)
                .toList();
    }

    private static Namespace namespace(String name, Map<String, String> labels) {
        return Namespace.of(name, labels, Origin.ofModel("cluster"));
    }

    static List<Pod> pods(Platform platform, Map<String, Namespace> namespaces) {
        Stream<Pod> around = namespaces(platform).stream()
                .filter(namespace -> !namespace.name().equals(FORGER))
                .map(namespace -> pod(namespace, "other", Map.of("app", "other")));
        Stream<Pod> named = Stream.of(
                pod(namespaces.get("vault"), "vault", Map.of(NAME, "vault")),
                pod(namespaces.get("kafka"), "events", Map.of("strimzi.io/cluster", "events")),
                pod(namespaces.get("legacy-batch"), "nightly-import", Map.of("app", "nightly-import")),
                pod(namespaces.get(platform.dnsNamespace()), "dns", Map.ofEntries(platform.dnsLabel())));
        Stream<Pod> onNode = platform.isOpenShift()
                ? Stream.of(nodeResolver(namespaces.get(platform.dnsNamespace())))
                : Stream.empty();
        return Stream.of(around, named, onNode).flatMap(pods -> pods).toList();
    }

    private static Pod pod(Namespace namespace, String name, Map<String, String> labels) {
        return Inhabitants.pod(namespace, name, labels);
    }

    /** OpenShift's DNS also has pods on the network of each node. */
    private static Pod nodeResolver(Namespace namespace) {
        Map<String, String> labels = Map.of("dns.operator.openshift.io/daemonset-node-resolver", "");
        return new Pod(
                namespace,
                "node-resolver",
                "DaemonSet",
                new TreeMap<>(labels),
                new TreeMap<>(),
                "node-resolver",
                true,
                List.of(),
                null);
    }
}
