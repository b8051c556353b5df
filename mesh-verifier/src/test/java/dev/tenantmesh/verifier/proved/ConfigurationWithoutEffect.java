package dev.tenantmesh.verifier.proved;

import static dev.tenantmesh.verifier.proved.WithoutEffect.of;

import java.util.List;

/** Damage to namespaces, control planes, gateways and routes that no claim has to notice, each with the reason. */
final class ConfigurationWithoutEffect {

    private static final String ANY = ".*";
    private static final String ROOT = "spec\\.(values\\.meshConfig|techPreview\\.meshConfig)";

    static final List<WithoutEffect> ALL = List.of(
            of("Namespace", "", "left out", "it is made before, and no policy of ours stands in it")
                    .at(".*istio-cni"),
            of("Namespace", "", "left out", "who runs the control plane runs its namespace")
                    .at(".*-mesh"),
            of("Namespace", "metadata\\.labels\\.(app\\.kubernetes\\.io/managed-by|business)", ANY, "people read it"),
            of("Namespace", "metadata\\.labels\\.tenantmesh\\.dev/tenant", ANY, "no selector asks for it"),
            of(
                            "Namespace",
                            "metadata\\.labels\\.(pod-security.*|tenantmesh\\.dev/mesh)",
                            ANY,
                            "the mode of the mesh is once more that of its namespaces; the platform's own pods are trusted")
                    .at(".*(-mesh|istio-cni)"),
            of("Istio", "spec\\.(updateStrategy.*|version)", ANY, "when a control plane is replaced, and by which"),
            of("ServiceMeshControlPlane", "spec\\.(version|mode)", ANY, "the operator refuses other values"),
            of("Istio", "spec\\.values\\.global.*", ANY, "the seccomp profile of proxies"),
            of("Istio", "spec\\.values\\.pilot\\.cni.*", ANY, "pods without the plugin are refused, and do not run"),
            of("(Istio|ServiceMeshControlPlane)", ROOT + "\\.default\\w+ExportTo.*", ANY, "scopes configuration only"),
            of(
                    "ServiceMeshControlPlane",
                    "spec\\.techPreview(\\.meshConfig)?",
                    "is missing",
                    "scopes configuration only"),
            of(
                    "Istio",
                    ROOT + "\\.discoverySelectors(\\.matchLabels.*)?",
                    "is (missing|empty)",
                    "a control plane that reads all namespaces reads those of its mesh, too"),
            of(
                    "Istio",
                    ROOT + "\\.outboundTrafficPolicy.*",
                    ANY,
                    "what a client's own proxy lets out; NetworkPolicies bound it"),
            of(
                    "ServiceMeshControlPlane",
                    "spec\\.proxy.*",
                    ANY,
                    "what a client's own proxy lets out; NetworkPolicies bound it"),
            of(
                    "(Istio|ServiceMeshControlPlane)",
                    "spec\\.(values\\.pilot(\\.env.*)?|runtime.*)",
                    ANY,
                    "no Gateway of these manifests is for pods of another namespace"),
            of("ServiceMeshControlPlane", "spec\\.(addons|gateways|tracing).*", ANY, "what else an operator installs"),
            of(
                    "ServiceMeshControlPlane",
                    "spec\\.security\\.dataPlane.*",
                    ANY,
                    "PeerAuthentications of namespaces say the mode once more"),
            of("Gateway", "spec\\.selector.*", "is missing", "no other gateway runs in its namespace"),
            of("Gateway", "spec\\.servers\\.port\\.name", ANY, "a name that nothing asks for"),
            of("Gateway", "spec\\.servers\\.port\\.protocol", ANY, "bytes go through either way")
                    .at("retail-egress/.*"),
            of("Gateway", "spec\\.servers\\.tls\\.credentialName", ANY, "which certificate is shown to clients"),
            of("Gateway", "spec\\.servers\\.tls\\.minProtocolVersion", ANY, "how a connection is made, not whose"),
            of("Route", "spec\\.(host|wildcardPolicy)", "(is missing|is Nonex)", "the cluster chooses, or refuses it"),
            of("Route", "spec\\.(port.*|to\\.kind)", "is missing", "the Service has one port, and is the only kind"),
            of("Route", "spec\\.to\\.weight", ANY, "one of one"),
            of("Route", "spec\\.tls\\.insecureEdgeTerminationPolicy", ANY, "nothing is served without TLS either way"),
            of("Service", "spec\\.ports\\.(name|protocol)", "(is missing|is .*x)", "a missing protocol is TCP"),
            of("Service", "spec\\.type", ANY, "a missing type is ClusterIP"),
            of("VirtualService", "spec\\.exportTo", ANY, "scopes configuration only"),
            of(
                            "VirtualService",
                            "spec\\.gateways",
                            ANY,
                            "a route that names no gateway is for the proxies of clients, as this one")
                    .at(".*/external-.*"),
            of("VirtualService", "spec\\.\\w+\\.match.*", ANY, "whoever asks chooses what to ask for"),
            of(
                    "VirtualService",
                    "spec\\.\\w+\\.route\\.destination\\.(host|port.*)",
                    "is .*",
                    "Services of tenants are in no manifest, so what they offer, and in which domain, is not known"),
            of("VirtualService", "spec\\.\\w+\\.route\\.destination\\.subset", ANY, "how the client's proxy connects"));

    private ConfigurationWithoutEffect() {}
}
