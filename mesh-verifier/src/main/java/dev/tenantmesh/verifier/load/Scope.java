package dev.tenantmesh.verifier.load;

import java.util.Set;

/** Where objects of a kind live. Of a kind that is not known here the object itself says it. */
enum Scope {
    CLUSTER,
    NAMESPACED,
    UNKNOWN;

    private static final Set<String> CLUSTER_KINDS = Set.of(
            "/Namespace",
            "/Node",
            "/PersistentVolume",
            "apiextensions.k8s.io/CustomResourceDefinition",
            "admissionregistration.k8s.io/MutatingWebhookConfiguration",
            "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
            "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
            "policy.networking.k8s.io/AdminNetworkPolicy",
            "policy.networking.k8s.io/BaselineAdminNetworkPolicy",
            "policy.networking.k8s.io/ClusterNetworkPolicy",
            "rbac.authorization.k8s.io/ClusterRole",
            "rbac.authorization.k8s.io/ClusterRoleBinding",
            "sailoperator.io/Istio",
            "sailoperator.io/IstioRevision",
            "sailoperator.io/IstioRevisionTag",
            "sailoperator.io/IstioCNI",
            "sailoperator.io/ZTunnel",
            "gateway.networking.k8s.io/GatewayClass");

    private static final Set<String> NAMESPACED_GROUPS = Set.of(
            "apps",
            "batch",
            "apps.openshift.io",
            "networking.k8s.io",
            "networking.istio.io",
            "security.istio.io",
            "telemetry.istio.io",
            "extensions.istio.io",
            "route.openshift.io",
            "gateway.networking.k8s.io",
            "gateway.networking.x-k8s.io",
            "k8s.cni.cncf.io",
            "maistra.io");

    private static final Set<String> NAMESPACED_CORE_KINDS =
            Set.of("ConfigMap", "Endpoints", "Pod", "ReplicationController", "Secret", "Service", "ServiceAccount");

    static Scope of(String group, String kind) {
        if (CLUSTER_KINDS.contains(group + "/" + kind)) {
            return CLUSTER;
        }
        boolean namespaced = group.isEmpty() ? NAMESPACED_CORE_KINDS.contains(kind) : NAMESPACED_GROUPS.contains(group);
        return namespaced && !kind.equals("IngressClass") ? NAMESPACED : UNKNOWN;
    }
}
