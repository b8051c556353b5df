package dev.tenantmesh.model.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The cipher suites of TLS 1.2 that Istio's gateways know, but for 3DES, which is broken. Istio ignores one that it does
 * not know, and then offers others than were meant.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTLSSettings</a>
 */
public enum CipherSuite {
    @JsonProperty("ECDHE-ECDSA-AES128-GCM-SHA256")
    ECDHE_ECDSA_AES128_GCM_SHA256,
    @JsonProperty("ECDHE-RSA-AES128-GCM-SHA256")
    ECDHE_RSA_AES128_GCM_SHA256,
    @JsonProperty("ECDHE-ECDSA-AES256-GCM-SHA384")
    ECDHE_ECDSA_AES256_GCM_SHA384,
    @JsonProperty("ECDHE-RSA-AES256-GCM-SHA384")
    ECDHE_RSA_AES256_GCM_SHA384,
    @JsonProperty("ECDHE-ECDSA-CHACHA20-POLY1305")
    ECDHE_ECDSA_CHACHA20_POLY1305,
    @JsonProperty("ECDHE-RSA-CHACHA20-POLY1305")
    ECDHE_RSA_CHACHA20_POLY1305,
    @JsonProperty("ECDHE-ECDSA-AES128-SHA")
    ECDHE_ECDSA_AES128_SHA,
    @JsonProperty("ECDHE-RSA-AES128-SHA")
    ECDHE_RSA_AES128_SHA,
    @JsonProperty("ECDHE-ECDSA-AES256-SHA")
    ECDHE_ECDSA_AES256_SHA,
    @JsonProperty("ECDHE-RSA-AES256-SHA")
    ECDHE_RSA_AES256_SHA,
    @JsonProperty("AES128-GCM-SHA256")
    AES128_GCM_SHA256,
    @JsonProperty("AES256-GCM-SHA384")
    AES256_GCM_SHA384,
    @JsonProperty("AES128-SHA")
    AES128_SHA,
    @JsonProperty("AES256-SHA")
    AES256_SHA
}
