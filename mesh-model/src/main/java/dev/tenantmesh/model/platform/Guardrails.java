package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.PodSecurity;
import dev.tenantmesh.model.RouterTraffic;
import org.jspecify.annotations.Nullable;

/**
 * What no Mesh or Tenant may loosen without an exemption; what is absent takes the strictest value.
 *
 * @param mtls the loosest mode allowed
 * @param router the loosest router traffic allowed; absent: {@code gateways-only}
 * @param podSecurity the loosest Pod Security Standard allowed
 */
@ModelRecord
public record Guardrails(
        @Nullable MtlsMode mtls,
        @Nullable RouterTraffic router,
        @Nullable PodSecurity podSecurity) {

    /** What holds when a platform says nothing. */
    public static final Guardrails STRICTEST = new Guardrails(null, null, null);

    public MtlsMode loosestMtls() {
        return mtls == null ? MtlsMode.STRICT : mtls;
    }

    public RouterTraffic loosestRouter() {
        return router == null ? RouterTraffic.GATEWAYS_ONLY : router;
    }

    public PodSecurity loosestPodSecurity() {
        return podSecurity == null ? PodSecurity.RESTRICTED : podSecurity;
    }
}
