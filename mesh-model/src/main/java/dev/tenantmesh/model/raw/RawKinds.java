package dev.tenantmesh.model.raw;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which kinds a tenant may add to what is generated for it. Only kinds that are known to be namespaced and harmless:
 * an unknown one could be of the whole cluster, whatever namespace is written into it, since clients may drop that. The
 * platform team takes in whatever it answers for; for the kinds that could undo isolation it gets a warning.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/multi-tenancy/">multi-tenancy</a>
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/103675">Endpoints into other namespaces</a>
 */
public final class RawKinds {

    private static final String ROUTES =
            "it sends traffic past the routes of the model, or claims hosts that have owners";
    private static final String POLICIES = "policies add up, and a wider one would open what the model closes";
    private static final String DEPLOYS = "a controller with more rights would apply whatever it names";
    private static final String RIGHTS = "who holds which rights comes from the model's `owners`";
    private static final String CONTROL = "control planes and their members come from the model";
    private static final String LIMITS = "limits of a namespace are the platform's";

    /** Why kinds are refused to tenants; a whole API group, or one kind of a group. */
    private static final Map<String, String> DANGERS = Map.ofEntries(
            Map.entry("networking.k8s.io/NetworkPolicy", POLICIES),
            Map.entry("networking.k8s.io/Ingress", ROUTES),
            Map.entry("networking.k8s.io/IngressClass", ROUTES),
            Map.entry("policy.networking.k8s.io", POLICIES),
            Map.entry("k8s.ovn.org", POLICIES),
            Map.entry("crd.projectcalico.org", POLICIES),
            Map.entry("projectcalico.org", POLICIES),
            Map.entry("cilium.io", POLICIES),
            Map.entry("security.istio.io", "it changes who is authenticated and who is allowed"),
            Map.entry("networking.istio.io", "it sends traffic past the routes of the model, or past the proxies"),
            Map.entry("telemetry.istio.io", "it changes what is recorded of traffic"),
            Map.entry("extensions.istio.io", "it runs code inside proxies"),
            Map.entry("install.istio.io", CONTROL),
            Map.entry("maistra.io", CONTROL),
            Map.entry("sailoperator.io", CONTROL),
            Map.entry("gateway.networking.k8s.io", ROUTES),
            Map.entry("route.openshift.io", ROUTES),
            Map.entry("k8s.cni.cncf.io", "a pod attached to another network is beyond every policy"),
            Map.entry("rbac.authorization.k8s.io", RIGHTS),
            Map.entry("authorization.openshift.io", RIGHTS),
            Map.entry("admissionregistration.k8s.io", "it decides what the whole cluster admits"),
            Map.entry("apiextensions.k8s.io", "it changes the API of the whole cluster"),
            Map.entry("apiregistration.k8s.io", "it changes the API of the whole cluster"),
            Map.entry("argoproj.io", DEPLOYS),
            Map.entry("kustomize.toolkit.fluxcd.io", DEPLOYS),
            Map.entry("helm.toolkit.fluxcd.io", DEPLOYS),
            Map.entry("source.toolkit.fluxcd.io", DEPLOYS),
            Map.entry("operators.coreos.com", DEPLOYS),
            Map.entry("/Namespace", "its labels decide about membership, pod security and who may do what"),
            Map.entry("/Endpoints", "it makes a Service lead into other namespaces"),
            Map.entry("discovery.k8s.io/EndpointSlice", "it makes a Service lead into other namespaces"),
            Map.entry("/Secret", "a cluster fills in a token, or whoever reads it"),
            Map.entry("/ResourceQuota", LIMITS),
            Map.entry("/LimitRange", LIMITS));

    /** Namespaced, and nothing of isolation rests on them. Pods are bounded by policies and pod security as ever. */
    private static final Set<String> HARMLESS = Set.of(
            "/ConfigMap",
            "/PersistentVolumeClaim",
            "/Pod",
            "/Service",
            "/ServiceAccount",
            "apps/DaemonSet",
            "apps/Deployment",
            "apps/StatefulSet",
            "autoscaling/HorizontalPodAutoscaler",
            "batch/CronJob",
            "batch/Job",
            "policy/PodDisruptionBudget",
            "bitnami.com/SealedSecret",
            "cert-manager.io/Certificate",
            "external-secrets.io/ExternalSecret",
            "monitoring.coreos.com/PodMonitor",
            "monitoring.coreos.com/PrometheusRule",
            "monitoring.coreos.com/ServiceMonitor");

    /** Other kinds and groups that are known to be namespaced. */
    private static final Set<String> NAMESPACED = Set.of(
            "/Endpoints",
            "/LimitRange",
            "/ResourceQuota",
            "/Secret",
            "discovery.k8s.io/EndpointSlice",
            "extensions.istio.io",
            "k8s.cni.cncf.io",
            "networking.istio.io",
            "networking.k8s.io/Ingress",
            "networking.k8s.io/NetworkPolicy",
            "rbac.authorization.k8s.io/Role",
            "rbac.authorization.k8s.io/RoleBinding",
            "route.openshift.io",
            "security.istio.io",
            "telemetry.istio.io");

    private RawKinds() {}

    /** Why this could undo isolation; empty if it could not, or is not known. */
    public static Optional<String> dangerOf(RawManifest manifest) {
        String group = DANGERS.get(manifest.group());
        return Optional.ofNullable(DANGERS.getOrDefault(manifest.group() + "/" + manifest.kind(), group));
    }

    /** Whether it is known to need a namespace. */
    public static boolean isNamespaced(RawManifest manifest) {
        return isHarmless(manifest)
                || NAMESPACED.contains(manifest.group())
                || NAMESPACED.contains(manifest.group() + "/" + manifest.kind());
    }

    /** Whether a tenant may add it. */
    public static boolean isHarmless(RawManifest manifest) {
        return HARMLESS.contains(manifest.group() + "/" + manifest.kind());
    }
}
