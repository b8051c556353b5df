package dev.tenantmesh.crds.history;

import java.util.List;

/**
 * The visible list of what releases of Istio brought to fields, found by comparing the definitions of one release with
 * those of the next. An API server that does not know a field drops it.
 *
 * @see <a href="https://github.com/istio/istio/blob/1.30.3/manifests/charts/base/files/crd-all.gen.yaml">the definitions
 *     of a release</a>
 */
final class Novelties {

    private static final String AUTHORIZATION = "AuthorizationPolicy";
    private static final String DESTINATION = "DestinationRule";
    private static final String ENTRY = "ServiceEntry";
    private static final String FILTER = "EnvoyFilter";
    private static final String GATEWAY = "Gateway";
    private static final String GROUP = "WorkloadGroup";
    private static final String REQUEST = "RequestAuthentication";
    private static final String SIDECAR = "Sidecar";
    private static final String TELEMETRY = "Telemetry";
    private static final String VIRTUAL = "VirtualService";
    private static final String WASM = "WasmPlugin";

    static final List<Novelty> ALL = List.of(
            Novelty.value(19, "tls.mode", "OPTIONAL_MUTUAL", GATEWAY, SIDECAR),
            Novelty.field(19, "http.mirrors", VIRTUAL),
            Novelty.field(20, "spec.targetRef", AUTHORIZATION, REQUEST, TELEMETRY, WASM),
            Novelty.field(20, "spec.inboundConnectionPool", SIDECAR),
            Novelty.field(20, "ingress.connectionPool", SIDECAR),
            Novelty.field(21, "jwtRules.fromCookies", REQUEST),
            Novelty.field(21, "trafficPolicy.proxyProtocol", DESTINATION),
            Novelty.field(21, "connectionPool.tcp.idleTimeout", DESTINATION, SIDECAR),
            Novelty.field(21, "connectionPool.http.maxConcurrentStreams", DESTINATION, SIDECAR),
            Novelty.field(22, "spec.targetRefs", AUTHORIZATION, FILTER, REQUEST, TELEMETRY, WASM),
            Novelty.field(22, "tls.caCrl", DESTINATION, GATEWAY, SIDECAR),
            Novelty.field(22, "jwtRules.timeout", REQUEST),
            Novelty.field(24, "loadBalancer.warmup", DESTINATION),
            Novelty.field(25, "source.serviceAccounts", AUTHORIZATION),
            Novelty.field(25, "source.notServiceAccounts", AUTHORIZATION),
            Novelty.field(25, "probe.grpc", GROUP),
            Novelty.field(26, "tls.credentialNames", GATEWAY, SIDECAR),
            Novelty.field(26, "tls.tlsCertificates", GATEWAY, SIDECAR),
            Novelty.field(26, "retries.backoff", VIRTUAL),
            Novelty.field(27, "trafficPolicy.retryBudget", DESTINATION),
            Novelty.value(27, "spec.failStrategy", "FAIL_RELOAD", WASM),
            Novelty.field(28, "tls.caCertCredentialName", GATEWAY, SIDECAR),
            Novelty.value(28, "spec.resolution", "DYNAMIC_DNS", ENTRY),
            Novelty.field(28, "jwtRules.spaceDelimitedClaims", REQUEST),
            Novelty.value(29, "match.context", "WAYPOINT", FILTER),
            Novelty.field(30, "source.trustDomains", AUTHORIZATION),
            Novelty.field(30, "source.notTrustDomains", AUTHORIZATION),
            Novelty.field(30, "tracing.disableContextPropagation", TELEMETRY));

    private Novelties() {}
}
