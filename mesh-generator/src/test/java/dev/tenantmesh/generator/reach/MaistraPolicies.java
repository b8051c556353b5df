package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.stream.Stream;

/** The NetworkPolicies that the operator of OpenShift Service Mesh 2 adds, unless its control plane says not to. */
final class MaistraPolicies {

    private static final String TEXT = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: istio-mesh, namespace: NAMESPACE}
            spec:
              ingress: [{from: [{namespaceSelector: {matchLabels: {maistra.io/member-of: ROOT}}}]}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: istio-expose-route, namespace: NAMESPACE}
            spec:
              podSelector: {matchLabels: {maistra.io/expose-route: "true"}}
              ingress: [{from: [{namespaceSelector: {matchLabels: {network.openshift.io/policy-group: ingress}}}]}]
            """;
    private static final String ISTIOD = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: istio-istiod, namespace: ROOT}
            spec: {podSelector: {matchLabels: {app: istiod}}, ingress: [{}]}
            """;

    private MaistraPolicies() {}

    static List<Document> of(List<Document> documents) {
        return documents.stream()
                .filter(document -> document.is("ServiceMeshControlPlane"))
                .filter(document -> document.spec()
                        .path("security")
                        .flag("manageNetworkPolicy")
                        .orElse(true))
                .flatMap(document -> of(document, documents))
                .toList();
    }

    private static Stream<Document> of(Document controlPlane, List<Document> documents) {
        String root = controlPlane.namespace();
        Stream<String> members = documents.stream()
                .filter(roll ->
                        roll.is("ServiceMeshMemberRoll") && roll.namespace().equals(root))
                .flatMap(roll -> roll.spec().texts("members").stream());
        String file = "the operator, for " + controlPlane;
        return Stream.concat(
                Document.parse(file, (TEXT + ISTIOD).replace("NAMESPACE", root).replace("ROOT", root)).stream(),
                members.flatMap(member ->
                        Document.parse(file, TEXT.replace("NAMESPACE", member).replace("ROOT", root)).stream()));
    }
}
