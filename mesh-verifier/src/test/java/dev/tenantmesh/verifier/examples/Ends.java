package dev.tenantmesh.verifier.examples;

import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The words of EXPECTED.md: whom a row means, by what policies can see of them, and which ways it opens. */
final class Ends {

    private static final String NAME = "app.kubernetes.io/name";
    private static final String ANALYTICS_DOMAIN = "analytics.example.com";
    private static final String RETAIL_DOMAIN = "retail.example.com";

    static final Predicate<Endpoint> ANYONE = end -> true;

    /** Whoever shows no identity, whether the connection is TLS or not. */
    static final Predicate<Way> PLAINTEXT = Way::isPlaintext;

    private Ends() {}

    static Predicate<Endpoint> podsOf(String... namespaces) {
        return podsOf(Set.of(namespaces));
    }

    static Predicate<Endpoint> podsOf(Set<String> namespaces) {
        return end ->
                end instanceof Pod pod && namespaces.contains(pod.namespace().name());
    }

    /** Whatever carries the label of a workload, declared or not: for policies it is one of its pods. */
    static Predicate<Endpoint> workload(String id) {
        return labelled(id, NAME);
    }

    /** The same for a gateway. */
    static Predicate<Endpoint> gateway(String id) {
        return labelled(id, "istio");
    }

    private static Predicate<Endpoint> labelled(String id, String key) {
        String[] parts = id.split("/", 2);
        return podsOf(parts[0]).and(label(key, parts[1]));
    }

    static Predicate<Endpoint> label(String key, String value) {
        return end -> end instanceof Pod pod && value.equals(pod.labels().get(key));
    }

    static Predicate<Endpoint> label(Map.Entry<String, String> label) {
        return label(label.getKey(), label.getValue());
    }

    static Predicate<Endpoint> podsWhereNamespaceHas(Map.Entry<String, String> label) {
        return end -> end instanceof Pod pod
                && !pod.hostNetwork()
                && label.getValue().equals(pod.namespace().labels().get(label.getKey()));
    }

    static Predicate<Endpoint> addresses(String cidr) {
        AddressRange block = AddressRange.ofCidr(cidr).orElseThrow();
        return end -> end instanceof External external && block.contains(external.range());
    }

    static Predicate<Endpoint> is(HostProcess process) {
        return end -> end == process;
    }

    /** Whatever has the network of a node. */
    static Predicate<Endpoint> onHostNetwork() {
        return end -> end instanceof HostProcess || (end instanceof Pod pod && pod.hostNetwork());
    }

    /** Over mutual TLS as any service account of some namespaces. */
    static Predicate<Way> anyAccountOf(String... namespaces) {
        Set<String> some = Set.of(namespaces);
        return way -> way.identity() != null
                && some.contains(way.identity().namespace())
                && way.identity().trustDomain().equals(domain(way.identity().namespace()));
    }

    /** Over mutual TLS as one service account. */
    static Predicate<Way> as(String namespace, String account) {
        return anyAccountOf(namespace)
                .and(way -> way.identity() != null
                        && way.identity().serviceAccount().equals(account));
    }

    private static String domain(String namespace) {
        return namespace.startsWith("analytics-") ? ANALYTICS_DOMAIN : RETAIL_DOMAIN;
    }
}
