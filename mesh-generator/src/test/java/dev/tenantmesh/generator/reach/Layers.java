package dev.tenantmesh.generator.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which of the layers of isolation are there: one that is taken away shows what the others hold. */
enum Layers {
    /** Everything. */
    ALL,
    /** The owner of the namespace added all that a namespace's owner can add: both kinds of policy only add up. */
    OPENED_BY_OWNER,
    /** No proxy asks for an identity. */
    WITHOUT_AUTHORIZATION,
    /** Only this namespace has NetworkPolicies, and no proxy asks for an identity. */
    THIS_NETWORK_ONLY,
    /** The same, and what goes out of it is open: its ingress rules alone. */
    THIS_INGRESS_ONLY,
    /** No NetworkPolicies, and no guards: what is allowed is allowed by name. */
    ALLOWANCES_ONLY;

    private static final String OWNER = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: opened, namespace: %1$s}
            spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{}]}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: opened, namespace: %1$s}
            spec: {action: ALLOW, rules: [{}]}
            """;

    private static final String EGRESS_OPEN = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: opened, namespace: %1$s}
            spec: {podSelector: {}, policyTypes: [Egress], egress: [{}]}
            """;

    List<Document> of(List<Document> documents, String namespace) {
        return switch (this) {
            case ALL -> documents;
            case OPENED_BY_OWNER -> with(documents, OWNER, namespace);
            case WITHOUT_AUTHORIZATION -> without(documents, Layers::isAuthorization);
            case THIS_NETWORK_ONLY -> thisNetwork(documents, namespace);
            case THIS_INGRESS_ONLY -> with(thisNetwork(documents, namespace), EGRESS_OPEN, namespace);
            case ALLOWANCES_ONLY ->
                without(
                        documents,
                        document -> document.is("NetworkPolicy")
                                || (isAuthorization(document) && document.name().startsWith("guard-")));
        };
    }

    private static boolean isAuthorization(Document document) {
        return document.is("AuthorizationPolicy");
    }

    private static List<Document> without(List<Document> documents, Predicate<Document> gone) {
        return documents.stream().filter(gone.negate()).toList();
    }

    private static List<Document> thisNetwork(List<Document> documents, String namespace) {
        return without(
                documents,
                document -> isAuthorization(document)
                        || (document.is("NetworkPolicy")
                                && !document.namespace().equals(namespace)));
    }

    private static List<Document> with(List<Document> documents, String added, String namespace) {
        List<Document> all = new ArrayList<>(documents);
        all.addAll(Document.parse("added", added.formatted(namespace)));
        return all;
    }
}
