package dev.tenantmesh.verifier.proved;

import static dev.tenantmesh.verifier.proved.WithoutEffect.excuse;

import java.util.List;

/** Damage to namespaces, control planes, gateways and routes that no claim has to notice, each with the reason. */
final class ConfigurationWithoutEffect {

    private static final String ANY = ".*";
    private static final String ROOT = "spec\\.(values\\.meshConfig|techPreview\\.meshConfig)";

    static final List<WithoutEffect> ALL = List.of(
            excuse("Namespace", "", "left out", "it is made before, and no policy of ours stands in it")
                    .at(".*istio-cni"),
            excuse("Namespace", "", "left out", "who runs the control plane runs its namespace")
                    .at(".*-mesh"),
            excuse(
                    "Namespace",
                    "metadata\\.labels\\.(app\\.kubernetes\\.io/managed-by|business)",
                    ANY,
                    "people read it"),
            excuse("Namespace", "metadata\\.labels\\.tenantmesh\\.dev/tenant", ANY, "no selector asks for it"),
            excuse(
                            "Namespace",
                            "metadata\\.labels\\.(pod-security.*|tenantmesh\\.dev/mesh)",
                            ANY,
                            "the mode of the mesh is once more that of its namespaces; the platform's own pods are trusted")
                    .at(".*(-mesh|istio-cni)"),
            excuse(
                            "Namespace",
                            "metadata\\.labels\\.pod-security.*",
                            ANY,
                            "without privileges the proxies of nodes do not run, and their pods get no identities")
                    .at(".*/ztunnel"),
            excuse(
                            "AuthorizationPolicy",
                            "spec\\.selector\\.matchLabels",
                            "is missing",
                            "proxies of nodes are not told of it then, and the gateway is the only one in its namespace")
                    .at("shop-ingress/gateway-.*"),
            excuse("ZTunnel", "spec\\.version", ANY, "when the proxies of nodes are replaced, and by which"),
            excuse("ZTunnel", "spec\\.namespace", "is missing", "it is the operator's default"),
            excuse("Istio", "spec\\.(updateStrategy.*|version)", ANY, "when a control plane is replaced, and by which"),
            excuse("ServiceMeshControlPlane", "spec\\.(version|mode)", ANY, "the operator refuses other values"),
            excuse("Istio", "spec\\.values\\.global.*", ANY, "the seccomp profile of proxies"),
            excuse(
                    "Istio",
                    "spec\\.values\\.pilot\\.cni.*",
                    ANY,
                    "pods without the plugin are refused, and do not run"),
            excuse(
                    "(Istio|ServiceMeshControlPlane)",
                    ROOT + "\\.default\\w+ExportTo.*",
                    ANY,
                    "scopes configuration only"),
            excuse(
                    "ServiceMeshControlPlane",
                    "spec\\.techPreview(\\.meshConfig)?",
                    "is missing",
                    "scopes configuration only"),
            excuse(
                    "Istio",
                    ROOT + "\\.discoverySelectors(\\.matchLabels.*)?",
                    "is (missing|empty)",
                    "a control plane that reads all namespaces reads those of its mesh, too"),
            excuse(
                    "Istio",
                    ROOT + "\\.outboundTrafficPolicy.*",
                    ANY,
                    "what a client's own proxy lets out; NetworkPolicies bound it"),
            excuse(
                    "ServiceMeshControlPlane",
                    "spec\\.proxy.*",
                    ANY,
                    "what a client's own proxy lets out; NetworkPolicies bound it"),
            excuse(
                    "(Istio|ServiceMeshControlPlane)",
                    "spec\\.(values\\.pilot(\\.env.*)?|runtime.*)",
                    ANY,
                    "no Gateway of these manifests is for pods of another namespace"),
            excuse(
                    "ServiceMeshControlPlane",
                    "spec\\.(addons|gateways|tracing).*",
                    ANY,
                    "what else an operator installs"),
            excuse(
                    "ServiceMeshControlPlane",
                    "spec\\.security\\.dataPlane.*",
                    ANY,
                    "PeerAuthentications of namespaces say the mode once more"),
            excuse("Gateway", "spec\\.selector.*", "is missing", "no other gateway runs in its namespace"),
            excuse("Gateway", "spec\\.servers\\.port\\.name", ANY, "a name that nothing asks for"),
            excuse("Gateway", "spec\\.servers\\.port\\.protocol", ANY, "bytes go through either way")
                    .at("retail-egress/.*"),
            excuse("Gateway", "spec\\.servers\\.tls\\.credentialName", ANY, "which certificate is shown to clients"),
            excuse("Gateway", "spec\\.servers\\.tls\\.minProtocolVersion", ANY, "how a connection is made, not whose"),
            excuse(
                    "Route",
                    "spec\\.(host|wildcardPolicy)",
                    "(is missing|is Nonex)",
                    "the cluster chooses, or refuses it"),
            excuse(
                    "Route",
                    "spec\\.(port.*|to\\.kind)",
                    "is missing",
                    "the Service has one port, and is the only kind"),
            excuse("Route", "spec\\.to\\.weight", ANY, "one of one"),
            excuse(
                    "Route",
                    "spec\\.tls\\.insecureEdgeTerminationPolicy",
                    ANY,
                    "nothing is served without TLS either way"),
            excuse("Service", "spec\\.ports\\.(name|protocol)", "(is missing|is .*x)", "a missing protocol is TCP"),
            excuse("Service", "spec\\.type", ANY, "a missing type is ClusterIP"),
            excuse("VirtualService", "spec\\.exportTo", ANY, "scopes configuration only"),
            excuse(
                            "VirtualService",
                            "spec\\.gateways",
                            ANY,
                            "a route that names no gateway is for the proxies of clients, as this one")
                    .at(".*/external-.*"),
            excuse("VirtualService", "spec\\.\\w+\\.match.*", ANY, "whoever asks chooses what to ask for"),
            excuse(
                    "VirtualService",
                    "spec\\.\\w+\\.route\\.destination\\.(host|port.*)",
                    "is .*",
                    "Services of tenants are in no manifest, so what they offer, and in which domain, is not known"),
            excuse(
                    "VirtualService",
                    "spec\\.\\w+\\.route\\.destination\\.subset",
                    ANY,
                    "how the client's proxy connects"));

    private ConfigurationWithoutEffect() {}
}
