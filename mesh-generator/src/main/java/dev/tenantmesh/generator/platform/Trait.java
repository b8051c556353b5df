package dev.tenantmesh.generator.platform;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What sets platforms apart, and why it changes what is rendered. A trait comes with a version of Istio, whoever ships
 * that, or with a product alone.
 *
 * @see <a href="https://istio.io/latest/news/releases/">what changed in each release of Istio</a>
 */
public enum Trait {
    /** The operator makes the PeerAuthentication of the mesh itself. */
    OPERATOR_MAKES_MESH_MTLS("The operator makes the PeerAuthentication `default` of the control plane's namespace from"
            + " `security.dataPlane.mtls`; a second one of that name would be fought over."),
    /** A tenant can be given a control plane by namespaced roles. */
    DELEGATES_CONTROL_PLANES(
            "Control planes are resources of a namespace, so a Role can hand one to a tenant; those of later operators"
                    + " are resources of the whole cluster."),
    /** Gateways know {@code OPTIONAL_MUTUAL}. */
    OPTIONAL_MUTUAL("Gateways know the TLS mode `OPTIONAL_MUTUAL` since Istio 1.19; before, it is refused.", 19),
    /** Every kind of Istio's is served as v1. */
    ISTIO_V1("All of Istio's kinds are served as `v1` since Istio 1.22; before, `v1beta1` is the newest of some.", 22),
    /** Its charts know OpenShift by a name. */
    CHART_PROFILES(
            "Charts know OpenShift by name since Istio 1.22, first as a `profile`; before, each value is written out.",
            22),
    /** Meshes can have to do with several clusters. */
    SPANS_CLUSTERS(
            "A Platform can be several clusters since Istio 1.30; what earlier versions of control planes for other clusters"
                    + " hold is not known well enough.",
            30),
    /** Its charts take the platform as a value of its own. */
    PLATFORM_VALUE(
            "Charts take OpenShift as `global.platform` since Istio 1.24, so that it can be combined with a `profile`.",
            24),
    /** Its istiod is told of the CNI plugin by {@code pilot.cni}. */
    CNI_OF_PILOT(
            "istiod's chart is told of the CNI plugin by `pilot.cni` since Istio 1.24; before, by `istio_cni`, which"
                    + " was still read until then.",
            24),
    /** Its operator passes on a seccomp profile for proxies. */
    PROXY_SECCOMP(
            "The operator's schema has `global.proxy.seccompProfile` as far as is known since OpenShift Service Mesh 3.4;"
                    + " before, proxies take the profile of their pod."),
    /** Proxies can run on nodes. */
    AMBIENT("Pods can have their proxies on nodes (`dataPlane: ambient`) on Istio 1.30 and OpenShift Service Mesh 3.4;"
            + " what earlier versions of it hold is not known well enough."),
    /** A control plane of one mesh carries out the Gateway API. */
    GATEWAY_API(
            "Gateways of the Kubernetes Gateway API are carried out for a mesh of its own by Istio 1.30, which also lays size"
                    + " and Pod Security over what it makes; before, that was not all there.",
            30);

    private static final int WITH_A_PRODUCT = Integer.MAX_VALUE;

    private final String reason;
    private final int istio;

    Trait(String reason) {
        this(reason, WITH_A_PRODUCT);
    }

    Trait(String reason, int istio) {
        this.reason = reason;
        this.istio = istio;
    }

    /** Why platforms with and without it are rendered differently: a sentence for people. */
    public String reason() {
        return reason;
    }

    /** What a version of Istio has, whoever ships it, and what else its product brings. */
    public static Set<Trait> of(int istio, Set<Trait> ofTheProduct) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(ofTheProduct);
        Arrays.stream(values()).filter(trait -> trait.istio <= istio).forEach(all::add);
        return all;
    }
}
