package dev.tenantmesh.verifier.admission;

import dev.tenantmesh.verifier.load.Manifest;
import java.util.List;

/** The policies by which owners of a namespace would open the most, each written in the ways there are. */
final class Attempts {

    private static final List<String> NETWORK = List.of(
            "policyTypes: [Ingress, Egress], ingress: [{}], egress: [{}]",
            "policyTypes: [Ingress], ingress: [{}]",
            "policyTypes: [Egress], egress: [{}]",
            "policyTypes: [Ingress], ingress: [{from: []}]",
            "policyTypes: [Egress], egress: [{to: []}]",
            "policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}, {ipBlock: {cidr: '::/0'}}]}]",
            "policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}, {ipBlock: {cidr: '::/0'}}]}]",
            "policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}, {ipBlock: {cidr: 0.0.0.0/0}}, {ipBlock: {cidr: '::/0'}}]}]",
            "policyTypes: [Egress], egress: [{to: [{podSelector: {}}, {ipBlock: {cidr: 0.0.0.0/0}}, {ipBlock: {cidr: '::/0'}}]}]",
            "policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}]}]",
            "policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}}]}]",
            "policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}, podSelector: {}}]}]",
            "policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}, podSelector: {}}]}]");

    private Attempts() {}

    static List<Manifest> networkPolicies(String namespace) {
        return NETWORK.stream()
                .map(spec -> written(namespace, "networking.k8s.io/v1", "NetworkPolicy", "podSelector: {}, " + spec))
                .toList();
    }

    static List<Manifest> peerAuthentications(String namespace) {
        return List.of("PERMISSIVE", "DISABLE").stream()
                .flatMap(mode -> List.of(
                        "mtls: {mode: " + mode + "}",
                        "selector: {matchLabels: {app: any}}, mtls: {mode: " + mode + "}",
                        "selector: {matchLabels: {app: any}}, portLevelMtls: {'8080': {mode: " + mode + "}}")
                        .stream())
                .map(spec -> written(namespace, "security.istio.io/v1", "PeerAuthentication", spec))
                .toList();
    }

    static List<Manifest> authorizationPolicies(String namespace) {
        return List.of(
                        "action: ALLOW, rules: [{}]",
                        "rules: [{}]",
                        "selector: {matchLabels: {app: any}}, action: ALLOW, rules: [{}]",
                        "action: ALLOW, rules: [{from: [{source: {principals: ['*']}}]}, {to: [{operation: {ports: ['8080']}}]}]",
                        "action: CUSTOM, provider: {name: any}, rules: [{}]")
                .stream()
                .map(spec -> written(namespace, "security.istio.io/v1", "AuthorizationPolicy", spec))
                .toList();
    }

    private static Manifest written(String namespace, String version, String kind, String spec) {
        return Gate.written(
                "what owners of " + namespace + " could write",
                "{apiVersion: " + version + ", kind: " + kind + ", metadata: {name: opened-by-its-owner, namespace: '"
                        + namespace + "'}, spec: {" + spec + "}}");
    }
}
