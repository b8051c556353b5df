package dev.tenantmesh.verifier.examples;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.reach.PossiblePods;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Satisfying;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody who is asked about.
 *
 * @param ofMeshes pods of the meshes' namespaces: workloads, control planes, and one of each kind that nobody declared
 * @param forged pods in every namespace with all labels that policies ask for anywhere
 * @param outside everybody else: pods, processes on nodes, addresses
 */
record Inhabitants(List<Pod> ofMeshes, List<Pod> forged, List<Endpoint> outside) {

    private static final String NAME = "app.kubernetes.io/name";
    private static final String INJECT = "sidecar.istio.io/inject";

    static Inhabitants of(Platform platform, MeshVerifier verifier) {
        Map<String, Namespace> all = verifier.world().namespaces();
        Set<String> names = namespacesOfMeshes();
        PossiblePods possible = new PossiblePods(verifier.world(), verifier.policies());
        List<Namespace> own = names.stream().map(all::get).toList();
        Stream<Pod> declared = verifier.world().pods().stream()
                .filter(pod -> names.contains(pod.namespace().name()));
        Stream<Pod> undeclared = own.stream()
                .flatMap(namespace -> Stream.concat(undeclared(platform, namespace), possible.in(namespace).stream()));
        Stream<Endpoint> pods = verifier.world().pods().stream()
                .filter(pod -> !names.contains(pod.namespace().name()))
                .map(pod -> pod);
        Stream<Endpoint> elsewhere = Stream.concat(Stream.of(HostProcess.values()), verifier.addresses().stream());
        return new Inhabitants(
                Stream.concat(declared, undeclared).distinct().toList(),
                Stream.concat(own.stream(), Stream.of(all.get(Foreigners.FORGER)))
                        .flatMap(namespace -> forged(namespace, verifier.policies()))
                        .toList(),
                Stream.concat(pods, elsewhere).toList());
    }

    private static Set<String> namespacesOfMeshes() {
        Set<String> names = new TreeSet<>(RetailCluster.TENANTS.keySet());
        names.addAll(RetailCluster.GATEWAYS);
        names.addAll(RetailCluster.CONTROL_PLANES);
        return names;
    }

    /** What the documents say of workloads; images and search also with the label that shows pods to a router. */
    static List<Pod> workloads(Platform platform, Map<String, Namespace> namespaces) {
        Stream<Pod> declared = Stream.of(
                        "payments-prod/checkout",
                        "payments-prod/ledger",
                        "inventory-prod/stock",
                        "inventory-batch/importer",
                        "web-prod/storefront",
                        "catalog-prod/search",
                        "catalog-prod/images",
                        "analytics-jobs/collector",
                        "analytics-jobs/query")
                .map(id -> id.split("/", 2))
                .flatMap(id -> shown(platform, id[1]).map(labels -> pod(namespaces.get(id[0]), id[1], labels)));
        Stream<Pod> istiod = RetailCluster.CONTROL_PLANES.stream()
                .sorted()
                .map(name -> pod(
                        namespaces.get(name),
                        "istiod",
                        Map.of("app", "istiod", "istio.io/rev", name.replace("-mesh", ""), INJECT, "false")));
        return Stream.concat(declared, istiod).toList();
    }

    private static Stream<Map<String, String>> shown(Platform platform, String name) {
        Map<String, String> labels = new TreeMap<>(Map.of(NAME, name));
        if (platform.podsAskForProxies()) {
            labels.put(INJECT, "true");
        }
        return Set.of("images", "search").contains(name)
                ? Stream.of(
                        labels,
                        with(labels, Map.of(platform.exposeLabel(), "true")),
                        with(labels, Map.of(platform.foreignExposeLabel(), "true")))
                : Stream.of(labels);
    }

    private static Map<String, String> with(Map<String, String> labels, Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(labels);
        all.putAll(others);
        return all;
    }

    /** A pod of a workload, which runs as the service account of its name. */
    static Pod pod(Namespace namespace, String name, Map<String, String> labels) {
        return new Pod(
                namespace, name, "Deployment", new TreeMap<>(labels), new TreeMap<>(), name, false, List.of(), null);
    }

    /** With a proxy and without; both ask for the router of every platform. */
    private static Stream<Pod> undeclared(Platform platform, Namespace namespace) {
        Map<String, String> exposed = Map.of(platform.exposeLabel(), "true", platform.foreignExposeLabel(), "true");
        return Stream.of("true", "false")
                .map(asked -> Pod.possible(namespace, with(exposed, Map.of(INJECT, asked)), Map.of()));
    }

    /** For each selector of a policy one pod that meets it, and of the other labels that policies ask for has them all. */
    private static Stream<Pod> forged(Namespace namespace, PolicyModel policies) {
        List<Map<String, String>> asked = policies.networkPolicies().stream()
                .flatMap(Inhabitants::selectors)
                .distinct()
                .map(selector -> Satisfying.all(List.of(selector)).orElseThrow())
                .map(labels -> (Map<String, String>) labels)
                .toList();
        Map<String, String> every = asked.stream().reduce(Map.of(), Inhabitants::with);
        return asked.stream()
                .map(labels -> with(every, labels))
                .distinct()
                .map(labels -> Pod.possible(namespace, labels, Map.of()));
    }

    private static Stream<LabelSelector> selectors(NetworkPolicy policy) {
        Stream<LabelSelector> peers = policy.rules().values().stream()
                .flatMap(List::stream)
                .flatMap(rule -> rule.peers().stream())
                .filter(Peer.Pods.class::isInstance)
                .flatMap(peer -> ((Peer.Pods) peer).pods().stream());
        return Stream.concat(Stream.of(policy.pods()), peers);
    }

    boolean isOfMesh(Endpoint end) {
        return end instanceof Pod pod
                && namespacesOfMeshes().contains(pod.namespace().name());
    }

    /** Whoever may open a connection. */
    List<Endpoint> sources() {
        return Stream.of(ofMeshes.stream(), forged.stream(), outside.stream())
                .<Endpoint>flatMap(ends -> ends)
                .collect(Collectors.toList());
    }

    /** The pods of the meshes that are asked for. */
    List<Pod> destinations() {
        return ofMeshes;
    }
}
