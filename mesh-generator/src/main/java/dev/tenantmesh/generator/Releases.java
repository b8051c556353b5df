package dev.tenantmesh.generator;

import dev.tenantmesh.generator.platform.Trait;
import java.util.List;

/**
 * The visible list of supported versions, by product.
 *
 * @see <a href="https://istio.io/latest/docs/releases/supported-releases/">supported releases of Istio</a>: a minor one
 *     until six weeks after the second next
 * @see <a href="https://docs.redhat.com/en/documentation/red_hat_openshift_service_mesh/3.2/html/release_notes/ossm-release-notes-version-support-tables">versions
 *     that OpenShift Service Mesh supports</a>
 */
final class Releases {

    static final List<Release> ISTIO = List.of(
            Release.istio(18).named("1.18.7").ended("Istio 1.18 is past its end of life."),
            ended(Release.istio(22), "1.24"),
            ended(Release.istio(23), "1.25"),
            ended(Release.istio(24), "1.26"),
            ended(Release.istio(25), "1.27"),
            ended(Release.istio(26), "1.28"),
            ended(Release.istio(27), "1.29"),
            ended(Release.istio(28), "1.30"),
            Release.istio(29),
            Release.istio(30).named("1.30.3"));

    /** The first of Istio's own that is supported on Kubernetes as well; before, only with Multus on OpenShift. */
    static final int FIRST_ON_KUBERNETES = 22;

    /** The first of Istio's own whose proxies may run on nodes here. */
    static final int FIRST_AMBIENT = 30;

    static final List<Release> SERVICE_MESH_2 = List.of(
            Release.of("2.4", 16, "v2.4").ended(endedWithTheLast("2.4")),
            Release.of("2.5", 18, "v2.5").ended(endedWithTheLast("2.5")),
            Release.of("2.6", 20, "v2.6")
                    .ended("OpenShift Service Mesh 2.6 is reported to have reached its end of life on 2026-06-30."));

    static final List<Release> SERVICE_MESH_3 = List.of(
            Release.of("3.0", 24, "v1.24-latest").from("4.14"),
            Release.of("3.1", 26, "v1.26-latest").from("4.16"),
            Release.of("3.2", 27, "v1.27-latest").from("4.18"),
            Release.of("3.3", 28, "v1.28-latest").from("4.18"),
            Release.of("3.4", 30, "v1.30-latest").with(Trait.PROXY_SECCOMP, Trait.AMBIENT));

    private Releases() {}

    private static Release ended(Release release, String after) {
        return release.ended("Istio " + release.version() + " is past its end of life, which was six weeks after "
                + after + " came out.");
    }

    private static String endedWithTheLast(String version) {
        return "OpenShift Service Mesh " + version
                + " is older than 2.6, the last 2.x, which is reported to have reached"
                + " its end of life on 2026-06-30.";
    }
}
