package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;

/** Two namespaces, each with a pod behind a proxy, closed but for what a test adds. */
final class Shop {

    static final String WORKLOADS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: red, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: blue, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: client, namespace: red, labels: {app: client}}
            spec: {serviceAccountName: client, containers: [{name: app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: blue, labels: {app: api}}
            spec: {serviceAccountName: api, containers: [{name: app, ports: [{containerPort: 8080}]}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: red}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            ---
            """;

    private Shop() {}

    /** The workloads with some policies. */
    static MeshVerifier with(String policies) {
        Problems problems = new Problems();
        MeshVerifier verifier = MeshVerifier.of(
                ManifestLoader.read("deploy/shop.yaml", WORKLOADS + policies, problems),
                ClusterProfile.KUBERNETES,
                problems);
        problems.throwIfErrors();
        return verifier;
    }

    /** A policy that lets somebody into blue. */
    static String into(String rules) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: into, namespace: blue}
                spec:
                  podSelector: {}
                  policyTypes: [Ingress]
                  ingress: %s
                ---
                """.formatted(rules);
    }

    /** The mode of mutual TLS of blue. */
    static String mode(String mode) {
        return """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: default, namespace: blue}
                spec: {mtls: {mode: %s}}
                ---
                """.formatted(mode);
    }
}
