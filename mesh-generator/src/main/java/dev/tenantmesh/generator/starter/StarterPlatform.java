package dev.tenantmesh.generator.starter;

import dev.tenantmesh.generator.Platforms;
import dev.tenantmesh.generator.SupportedPlatform;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.platform.Distribution;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A platform to start with.
 *
 * @param name by which users name it: {@code istio-1.30}, or {@code istio-1.30-openshift} where it runs on both
 * @param mesh the product, as written in a Platform
 * @param version its minor version
 * @param cluster what clusters that run it are like
 */
record StarterPlatform(String name, String mesh, String version, Cluster cluster) {

    /** One for each supported platform. */
    static final List<StarterPlatform> ALL = Platforms.ALL.stream()
            .map(SupportedPlatform::profile)
            .map(StarterPlatform::of)
            .toList();

    /** Behind the name of what runs on Kubernetes as well. */
    static final String ON_OPENSHIFT = "-openshift";

    private static final String KUBERNETES = "1.34";
    private static final String OPENSHIFT = "4.20";

    /** What products ran on that are older than the first OpenShift Service Mesh 3. */
    private static final String OLDER_OPENSHIFT = "4.14";

    private static final int FIRST_OF_SERVICE_MESH_3 = 24;

    private static StarterPlatform of(PlatformProfile profile) {
        String mesh = Spelling.of(profile.type());
        boolean runsOnBoth = Platforms.ALL.stream()
                        .map(SupportedPlatform::profile)
                        .filter(other -> other.type() == profile.type()
                                && other.version().equals(profile.version()))
                        .count()
                > 1;
        boolean openshift = profile.distribution() == Distribution.Type.OPENSHIFT;
        String name = mesh + "-" + profile.version() + (runsOnBoth && openshift ? ON_OPENSHIFT : "");
        return new StarterPlatform(
                name, mesh, profile.version(), openshift ? Cluster.openshift(sample(profile)) : Cluster.kubernetes());
    }

    private static String sample(PlatformProfile profile) {
        String oldest = profile.istio() < FIRST_OF_SERVICE_MESH_3 ? OLDER_OPENSHIFT : OPENSHIFT;
        return Objects.requireNonNullElse(profile.oldestDistribution(), oldest);
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

        private static Cluster kubernetes() {
            return new Cluster("kubernetes", KUBERNETES, "calico", "10.244.0.0/16", "10.96.0.0/12", false);
        }
    }
}
