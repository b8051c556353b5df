package dev.tenantmesh.generator;

import dev.tenantmesh.generator.platform.Trait;
import java.util.Map;

/**
 * What the charts of upstream Istio are told of the platform; they spell it differently over the years.
 *
 * @see <a href="https://istio.io/latest/docs/setup/platform-setup/openshift/">Istio on OpenShift</a>
 * @see <a href="https://github.com/istio/istio/pull/52981">platforms as a value of their own, since 1.24</a>
 * @see <a href="https://github.com/istio/istio/pull/49352">istio_cni, which became pilot.cni</a>
 */
final class IstioCharts {

    private static final String ENABLED = "enabled";
    private static final String OPENSHIFT = "openshift";

    private IstioCharts() {}

    static Map<String, Object> istiodOnKubernetes(Release release) {
        Map<String, Object> enabled = Map.of(ENABLED, true);
        return release.has(Trait.CNI_OF_PILOT) ? Map.of("pilot", Map.of("cni", enabled)) : Map.of("istio_cni", enabled);
    }

    static Map<String, Object> istiodOnOpenShift(Release release) {
        return release.has(Trait.CHART_PROFILES)
                ? named(release)
                : Map.of("istio_cni", Map.of(ENABLED, true, "chained", false));
    }

    static Map<String, Object> cniOnOpenShift(Release release) {
        return release.has(Trait.CHART_PROFILES)
                ? named(release)
                : Map.of(
                        "cni",
                        Map.of(
                                "cniBinDir", "/var/lib/cni/bin",
                                "cniConfDir", "/etc/cni/multus/net.d",
                                "cniConfFileName", "istio-cni.conf",
                                "chained", false,
                                "privileged", true));
    }

    /** By what the chart itself knows of OpenShift: paths, Multus, and that istiod is to count on the plugin. */
    private static Map<String, Object> named(Release release) {
        return release.has(Trait.PLATFORM_VALUE)
                ? Map.of("global", Map.of("platform", OPENSHIFT))
                : Map.of("profile", OPENSHIFT);
    }
}
