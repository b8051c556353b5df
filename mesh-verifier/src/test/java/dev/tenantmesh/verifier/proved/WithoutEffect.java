package dev.tenantmesh.verifier.proved;

import java.util.List;

/**
 * Damage that no claim has to notice, each with the reason: it changes nothing of who reaches whom, or another object says
 * the same once more. Every component is a pattern of the whole text.
 *
 * @param kind which objects; a policy that denies is a {@code guard}
 * @param objects their namespace and name
 * @param path which fields; nothing for the object itself
 * @param change what is done to them
 * @param because why no claim has to notice
 */
record WithoutEffect(String kind, String objects, String path, String change, String because) {

    private static final String ANY = ".*";
    private static final String ONE_LESS = "(is missing|is empty)";

    static final List<WithoutEffect> ALL = List.of(
            excuse("NetworkPolicy", "spec\\.(in|e)gress\\.ports\\.protocol", "is missing", "a missing protocol is TCP"),
            excuse("NetworkPolicy", "spec\\.podSelector", "is missing", "a missing selector is every pod"),
            excuse("NetworkPolicy", "spec\\.policyTypes", ANY, "other policies close the same pods in both directions"),
            excuse(
                    "NetworkPolicy",
                    "(spec)?",
                    "(left out|is missing)",
                    "policies that open something close the same pods, too"),
            excuse(
                            "NetworkPolicy",
                            "spec\\.(ingress\\.from|egress\\.to)\\.namespaceSelector",
                            "is missing",
                            "its peers are of the policy's own namespace, which is what is meant without one")
                    .at("(payments-prod/workload-.*|analytics-jobs/workload-.*|.*/allow-inside)"),
            excuse(
                            "NetworkPolicy",
                            "spec\\.ingress(\\.from.*)?",
                            ANY,
                            "the boundary lets the whole namespace of this peer in")
                    .at("(web-prod/workload-storefront|payments-prod/workload-checkout|inventory-prod/workload-stock)"),
            excuse(
                            "NetworkPolicy",
                            "spec\\.egress.*",
                            ANY,
                            "the boundary lets every pod of the namespace out to the same pods")
                    .at("(web-ingress/gateway-web-gateway|inventory-gateway/gateway-stock-gateway)"),
            excuse("AuthorizationPolicy", "spec\\.action", "is missing", "a missing action is ALLOW"),
            excuse(
                            "AuthorizationPolicy",
                            "spec",
                            "is missing",
                            "a policy without a spec allows nothing, as this one does")
                    .at(".*/(default-deny|allow-collector)"),
            excuse(
                            "AuthorizationPolicy",
                            "(spec\\.(selector|action).*)?",
                            ANY,
                            "it allows nobody, as the namespace's own default does")
                    .at("analytics-jobs/allow-collector"),
            excuse("AuthorizationPolicy", "spec\\.rules\\.to.*", ONE_LESS, "a gateway listens on no other port")
                    .at(".*/(gateway-.*|allow-egress)"),
            excuse("AuthorizationPolicy", "spec\\.rules\\.to.*", ONE_LESS, "no other port takes what has no identity")
                    .at("(catalog-prod/allow-images|inventory-batch/allow-importer)"),
            excuse(
                            "AuthorizationPolicy",
                            "spec\\.rules\\.when.*",
                            ANY,
                            "which host is asked for is not part of a connection")
                    .at("retail-egress/allow-egress"),
            excuse(
                            "AuthorizationPolicy",
                            "spec\\.rules\\.from\\.source\\.principals",
                            "(has no|is) .*/sa/[a-z-]+",
                            "every account of the namespace is allowed beside this one")
                    .at("(web-prod/allow-storefront|inventory-prod/allow-stock)"),
            excuse("guard", "(spec.*)?", ANY, "a guard denies once more what nothing allows"),
            excuse(
                    "PeerAuthentication",
                    "(spec.*)?",
                    ANY,
                    "the mode of the mesh is once more that of each of its namespaces, and"
                            + " authorizations ask for identities"));

    static WithoutEffect excuse(String kind, String path, String change, String because) {
        return new WithoutEffect(kind, ANY, path, change, because);
    }

    WithoutEffect at(String names) {
        return new WithoutEffect(kind, names, path, change, because);
    }

    /** Whether it is about some damage to an object. */
    boolean covers(String damaged, String object, Mutants.Mutant mutant) {
        return damaged.matches(kind)
                && object.matches(objects)
                && mutant.path().matches(path)
                && mutant.change().matches(change);
    }
}
