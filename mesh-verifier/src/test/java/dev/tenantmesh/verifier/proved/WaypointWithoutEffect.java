package dev.tenantmesh.verifier.proved;

import static dev.tenantmesh.verifier.proved.WithoutEffect.excuse;

import java.util.List;

/** What damage to waypoints, their namespaces and their policies no claim has to notice, and why. */
final class WaypointWithoutEffect {

    private static final String ANY = ".*";

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
            excuse("Gateway", "spec\\.listeners\\.name", ANY, "nobody refers to it"),
            excuse(
                    "Gateway",
                    "spec\\.listeners\\.allowedRoutes.*",
                    ANY,
                    "its own namespace may always use it, and others are let in by its policies only"),
            excuse(
                    "NetworkPolicy",
                    "spec\\.(ingress\\.from|egress\\.to)\\.namespaceSelector",
                    "is missing",
                    "peers of the same namespace are meant without it"),
            excuse("AuthorizationPolicy", "(spec.*)?", ANY, "nobody calls it, and its namespace allows nobody")
                    .at("shop-web/allow-backoffice"),
            excuse("AuthorizationPolicy", "spec\\.targetRefs\\.group", "is missing", "Services are meant without it")
                    .at(".*/allow-service\\..*"),
            excuse(
                            "AuthorizationPolicy",
                            "spec\\.rules\\.to.*",
                            "(is missing|is empty)",
                            "the Service has no other port")
                    .at("stock-prod/allow-service\\.audit"));

    private WaypointWithoutEffect() {}
}
