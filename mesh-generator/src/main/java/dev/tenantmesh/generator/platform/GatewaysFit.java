package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import org.jspecify.annotations.Nullable;

/** Refuses gateways that a platform cannot expose, or whose way of TLS its version does not know. */
record GatewaysFit(Target target, MeshModel model, Problems problems) {

    void check(Gateway gateway) {
        checkRoute(gateway.exposure());
        checkMode(gateway.tls());
    }

    void check(SharedGateway gateway) {
        checkRoute(gateway.exposure());
        checkMode(gateway.tls());
        gateway.allowedTenants().forEach(allowed -> checkMode(allowed.tls()));
    }

    private void checkRoute(Exposure exposure) {
        if (exposure.type() != Exposure.Type.ROUTE || target.hasRoutes()) {
            return;
        }
        if (target.platform().routeSubstitute() == null) {
            unsupported(
                    exposure,
                    "type",
                    "route",
                    "Platform '" + target.platform().name() + "' has no Routes.",
                    "Expose the gateway by a load-balancer, or set `routeSubstitute` in the Platform.");
        } else if (exposure.isPlaintext()) {
            unsupported(
                    exposure,
                    "termination",
                    "edge",
                    "On platform '" + target.platform().name() + "' a load balancer stands in for the router, and ends"
                            + " no TLS: requests would arrive in plaintext from anywhere.",
                    "Terminate TLS at the gateway: give it `tls`, and let the router reencrypt or pass TLS through.");
        }
    }

    private void checkMode(@Nullable GatewayTls tls) {
        if (tls != null
                && tls.mode() == GatewayTls.Mode.OPTIONAL_MUTUAL
                && !target.profile().has(Trait.OPTIONAL_MUTUAL)) {
            unsupported(
                    tls,
                    "mode",
                    "OPTIONAL_MUTUAL",
                    target.profile().product() + " on platform '"
                            + target.platform().name() + "' does not know this mode.",
                    "Use MUTUAL or SIMPLE.");
        }
    }

    private void unsupported(Record record, String key, String written, String why, String fix) {
        problems.error(ProblemCode.UNSUPPORTED_OPTION, model.origins().of(record, key), written, why, fix);
    }
}
