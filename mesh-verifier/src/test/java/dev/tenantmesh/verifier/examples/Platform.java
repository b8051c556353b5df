package dev.tenantmesh.verifier.examples;

import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.AddressRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What src/main/mesh/platforms says of each platform of the retail example, and how its cluster carries it out. */
enum Platform {
    ISTIO("istio"),
    ISTIO_1_18_MULTUS("istio-1-18-multus"),
    OPENSHIFT_MESH_2("openshift-mesh-2"),
    OPENSHIFT_MESH_3("openshift-mesh-3");

    static final Path EXAMPLE = Path.of("..", "examples", "retail");

    private static final List<AddressRange> NODES = List.of(range("198.51.100.0/24"));

    private final String folder;

    Platform(String folder) {
        this.folder = folder;
    }

    private static AddressRange range(String cidr) {
        return AddressRange.ofCidr(cidr).orElseThrow();
    }

    Path manifests() {
        return EXAMPLE.resolve("deploy").resolve(folder);
    }

    boolean isOpenShift() {
        return this != ISTIO;
    }

    /** Whether pods get a proxy only where they ask for one themselves. */
    boolean podsAskForProxies() {
        return this == OPENSHIFT_MESH_2;
    }

    /** The plugin with the addresses that the documents name; the nodes' are as good as any others. */
    ClusterProfile profile() {
        ClusterProfile plugin = isOpenShift() ? ClusterProfile.OVN_KUBERNETES : ClusterProfile.KUBERNETES;
        AddressRange pods = range(isOpenShift() ? "10.128.0.0/14" : "10.244.0.0/16");
        return new ClusterProfile(
                plugin.name(),
                Truth.YES,
                Truth.YES,
                plugin.addressesMatchPods(),
                plugin.hostNetworkNamespace(),
                List.of(pods),
                NODES);
    }

    /** The label by which policies know the router's namespace. */
    Map.Entry<String, String> router() {
        return isOpenShift()
                ? Map.entry("policy-group.network.openshift.io/ingress", "")
                : Map.entry("kubernetes.io/metadata.name", "ingress-haproxy");
    }

    /** The label by which they know what scrapes metrics. */
    Map.Entry<String, String> monitoring() {
        return isOpenShift()
                ? Map.entry("network.openshift.io/policy-group", "monitoring")
                : Map.entry("kubernetes.io/metadata.name", "monitoring");
    }

    /** The label that shows a pod to the router. */
    String exposeLabel() {
        return isOpenShift() ? "maistra.io/expose-route" : "tenantmesh.dev/expose-route";
    }

    /** The same of the other platforms, which means nothing here. */
    String foreignExposeLabel() {
        return isOpenShift() ? "tenantmesh.dev/expose-route" : "maistra.io/expose-route";
    }

    /** What DNS pods carry, and where. */
    Map.Entry<String, String> dnsLabel() {
        return isOpenShift()
                ? Map.entry("dns.operator.openshift.io/daemonset-dns", "default")
                : Map.entry("k8s-app", "kube-dns");
    }

    String dnsNamespace() {
        return isOpenShift() ? "openshift-dns" : "kube-system";
    }

    int dnsPort() {
        return isOpenShift() ? 5353 : 53;
    }

    @Override
    public String toString() {
        return folder;
    }
}
