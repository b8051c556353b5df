package dev.tenantmesh.generator.reach;

import static dev.tenantmesh.generator.reach.Endpoint.Proxy.GATEWAY;
import static dev.tenantmesh.generator.reach.Endpoint.Proxy.NONE;
import static dev.tenantmesh.generator.reach.Endpoint.Proxy.SIDECAR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pods of the retail example's tenants and meshes, by hand from its mesh documents. */
final class RetailPods {

    private static final String NAME = "app.kubernetes.io/name";

    private RetailPods() {}

    static List<Endpoint> on(RetailPlatform platform, Map<String, String> tenants) {
        Endpoint images = workload("catalog-prod", "images");
        Endpoint search = workload("catalog-prod", "search");
        Stream<Endpoint> declared = Stream.of(
                workload("payments-prod", "checkout"),
                workload("payments-prod", "ledger"),
                workload("inventory-prod", "stock"),
                workload("inventory-batch", "importer"),
                workload("web-prod", "storefront"),
                gateway("web-ingress", "web-gateway"),
                gateway("retail-ingress", "shared"),
                gateway("retail-egress", "egress"),
                gateway("inventory-gateway", "stock-gateway"),
                images,
                images.labelled("images-exposed", platform.exposeLabel(), "true"),
                images.labelled("images-exposed-elsewhere", platform.foreignExposeLabel(), "true"),
                search,
                search.labelled("search-exposed", platform.exposeLabel(), "true"),
                workload("analytics-jobs", "collector"),
                workload("analytics-jobs", "query"));
        Stream<Endpoint> undeclared = tenants.keySet().stream().sorted().flatMap(RetailPods::undeclared);
        return Stream.of(declared, undeclared, controlPlane("retail"), controlPlane("analytics"))
                .flatMap(pods -> pods)
                .toList();
    }

    /** A pod that asks for everything a label can get it, in a namespace where workloads have these names. */
    static Stream<Endpoint> forged(String namespace) {
        return Stream.of("checkout", "ledger", "stock", "importer", "storefront", "images", "search", "query", "vault")
                .flatMap(name -> Stream.of("istiod", "nightly-import").map(app -> {
                    Map<String, String> labels = new LinkedHashMap<>(exposed());
                    labels.put(NAME, name);
                    labels.put("app", app);
                    labels.put("istio", app.equals("istiod") ? "web-gateway" : "shared");
                    labels.put("istio.io/rev", "retail");
                    labels.put("strimzi.io/cluster", "events");
                    labels.put("k8s-app", "kube-dns");
                    labels.put("dns.operator.openshift.io/daemonset-dns", "default");
                    return Endpoint.pod(namespace, name + "-" + app, NONE, name, labels);
                }));
    }

    private static Endpoint workload(String namespace, String name) {
        return Endpoint.pod(namespace, name, SIDECAR, name, Map.of(NAME, name));
    }

    private static Endpoint gateway(String namespace, String name) {
        return Endpoint.pod(namespace, name, GATEWAY, name, Map.of("istio", name));
    }

    /** Pods that no workload declares, with a sidecar and without; both ask for the router. */
    private static Stream<Endpoint> undeclared(String namespace) {
        return Stream.of(
                Endpoint.pod(namespace, "undeclared", SIDECAR, "default", exposed()),
                Endpoint.pod(namespace, "bare", NONE, "default", exposed()));
    }

    private static Stream<Endpoint> controlPlane(String mesh) {
        Map<String, String> labels = Map.of("app", "istiod", "istio.io/rev", mesh);
        return Stream.of(
                Endpoint.pod(mesh + "-mesh", "istiod", NONE, "istiod", labels),
                Endpoint.pod(mesh + "-mesh", "other", NONE, "default", Map.of("app", "other")));
    }

    private static Map<String, String> exposed() {
        return Map.of("maistra.io/expose-route", "true", "tenantmesh.dev/expose-route", "true");
    }
}
