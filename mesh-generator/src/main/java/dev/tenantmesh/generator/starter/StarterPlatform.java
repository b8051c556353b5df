package dev.tenantmesh.generator.starter;

import java.util.List;
import java.util.Map;

/**
 * A platform to start with.
 *
 * @param mesh the product, as written in a Platform
 * @param version its minor version
 * @param cluster what clusters that run it are like
 */
record StarterPlatform(String mesh, String version, Cluster cluster) {

    static final List<StarterPlatform> ALL = List.of(
            new StarterPlatform("istio", "1.18", Cluster.openshift("4.14")),
            new StarterPlatform("istio", "1.30", Cluster.kubernetes("1.34")),
            new StarterPlatform("openshift-service-mesh", "2.6", Cluster.openshift("4.16")),
            new StarterPlatform("openshift-service-mesh", "3.4", Cluster.openshift("4.20")));

    /** By which users name it: {@code istio-1.30}. */
    String name() {
        return mesh + "-" + version;
    }

    /** The words that documents for it are filled with. */
    Map<String, String> words() {
        return Map.ofEntries(
                Map.entry("mesh", mesh),
                Map.entry("meshVersion", version),
                Map.entry("distribution", cluster.distribution),
                Map.entry("distributionVersion", cluster.version),
                Map.entry("cni", cluster.cni),
                Map.entry("podCIDR", cluster.podCIDR),
                Map.entry("serviceCIDR", cluster.serviceCIDR),
                Map.entry("guardrail", cluster.hasRouter ? "gateways-only" : "denied"),
                Map.entry("router", cluster.hasRouter ? "gateways-only" : "denied       "),
                Map.entry("routerNote", cluster.hasRouter ? ", but for the router" : ""),
                Map.entry("exposure", cluster.hasRouter ? "route" : "load-balancer"));
    }

    /** Sample facts of a cluster; the addresses are what installers choose unless told otherwise. */
    private record Cluster(
            String distribution, String version, String cni, String podCIDR, String serviceCIDR, boolean hasRouter) {

        private static Cluster openshift(String version) {
            return new Cluster("openshift", version, "ovn-kubernetes", "10.128.0.0/14", "172.30.0.0/16", true);
        }

        private static Cluster kubernetes(String version) {
            return new Cluster("kubernetes", version, "calico", "10.244.0.0/16", "10.96.0.0/12", false);
        }
    }
}
