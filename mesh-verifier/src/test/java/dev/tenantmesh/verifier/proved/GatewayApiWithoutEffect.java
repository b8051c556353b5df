package dev.tenantmesh.verifier.proved;

import static dev.tenantmesh.verifier.proved.WithoutEffect.excuse;

import java.util.List;

/** What damage to gateways and routes of the Gateway API no claim has to notice, and why. */
final class GatewayApiWithoutEffect {

    private static final String ANY = ".*";
    private static final String LESS = "(is missing|is empty)";
    private static final String ROUTE = "(HTTP|TLS)Route";

    static final List<WithoutEffect> ALL = List.of(
            excuse(
                    "Gateway",
                    "spec\\.infrastructure(\\.(labels|annotations).*)?",
                    ANY,
                    "what pods carry beside the labels that policies ask for"),
            excuse(
                    "Gateway",
                    "spec\\.infrastructure\\.parametersRef(\\.group)?",
                    ANY,
                    "how many pods there are, and how large"),
            excuse(
                    "Gateway",
                    "spec\\.infrastructure\\.parametersRef\\.name",
                    "is missing",
                    "the API server refuses it"),
            excuse("Gateway", "spec\\.addresses\\.value", "is .*localx", "which domain the cluster has is not known"),
            excuse(
                            "Gateway",
                            "spec\\.listeners\\.(name|hostname)",
                            "(is missing|is .*\\.comx)",
                            "every listener of the gateway is its tenant's")
                    .at("shop-(ingress|partners)/.*"),
            excuse(
                    "Gateway",
                    "spec\\.listeners\\.protocol",
                    "(is missing|is TLSx)",
                    "the API server refuses none, and Istio serves no protocol that it does not know"),
            excuse("Gateway", "spec\\.listeners\\.tls\\.mode", "(is missing|is Terminatex)", "TLS ends here otherwise")
                    .at("(retail-ingress/front|shop-ingress/shop-gateway|shop-partners/partners)"),
            excuse("Gateway", "spec\\.listeners\\.tls\\.certificateRefs.*", ANY, "which certificate clients see"),
            excuse(
                    "Gateway",
                    "spec\\.listeners\\.allowedRoutes(\\.namespaces(\\.from)?)?",
                    "is missing",
                    "routes of the gateway's own namespace are let in otherwise"),
            excuse(
                    "Gateway",
                    "spec\\.listeners\\.allowedRoutes\\.kinds(\\.group)?",
                    ANY,
                    "routes of other kinds come from the same namespaces"),
            excuse(ROUTE, "spec\\.parentRefs\\.(group|kind|sectionName)", "is missing", "what is meant without it"),
            excuse(ROUTE, "spec\\.parentRefs\\.namespace", "is missing", "the route stands beside the gateway")
                    .at("(shop-ingress|shop-partners|retail-ingress)/.*"),
            excuse(ROUTE, "spec\\.hostnames", LESS, "the listener has the host, and no other"),
            excuse(ROUTE, "spec\\.rules\\.matches.*", ANY, "whoever asks chooses what to ask for"),
            excuse(ROUTE, "spec\\.rules\\.backendRefs\\.(group|kind)", "is missing", "what is meant without it"),
            excuse(ROUTE, "spec\\.rules\\.backendRefs\\.weight", ANY, "one of one"),
            excuse(
                    ROUTE,
                    "spec\\.rules\\.backendRefs\\.port",
                    ANY,
                    "Services of tenants are in no manifest, so what they offer is not known"),
            excuse(
                            ROUTE,
                            "spec\\.rules\\.backendRefs\\.(namespace|name)",
                            "(is missing|is apix)",
                            "Services of tenants are in no manifest, so whose pods are behind one of the namespace is not known")
                    .at("pay-prod/.*"),
            excuse("ReferenceGrant", "spec\\.to\\.group", "is missing", "what is meant without it"));

    private GatewayApiWithoutEffect() {}
}
