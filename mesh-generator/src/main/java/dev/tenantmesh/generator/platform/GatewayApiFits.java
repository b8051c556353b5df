package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.gateway.GatewayTls;
import dev.tenantmesh.model.mesh.AllowedTenant;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.GatewayApiDefinitions;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses gateways of the Gateway API where nobody would carry them out: the product does not, the cluster has no
 * definitions of it, or Istio ignores kinds of definitions that are too old, without a word.
 *
 * @see <a href="https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/">Gateway API in Istio</a>
 */
record GatewayApiFits(Target target, MeshModel model, Problems problems) {

    void check(Gateway gateway) {
        if (gateway.isOfGatewayApi()) {
            check(gateway, Stream.ofNullable(gateway.tls()));
        }
    }

    /** A control plane makes gateways in its own cluster only. */
    void check(Tenant tenant) {
        model.mesh(tenant.mesh())
                .filter(this::isServedElsewhere)
                .ifPresent(mesh ->
                        tenant.gateways().stream().filter(Gateway::isAutomated).forEach(this::madeElsewhere));
    }

    /** A control plane makes gateways in its own cluster only. */
    void check(Mesh mesh) {
        if (isServedElsewhere(mesh)) {
            mesh.gateways().stream().filter(SharedGateway::isAutomated).forEach(this::madeElsewhere);
        }
    }

    private boolean isServedElsewhere(Mesh mesh) {
        return target.placement().flatMap(where -> where.configuredIn(mesh)).isPresent();
    }

    private void madeElsewhere(Record gateway) {
        refuse(
                gateway,
                "On platform '" + target.platform().name()
                        + "' the control plane is in another cluster, and would make the gateway there.",
                "Write `deployment: manual`, or `api: istio`.");
    }

    void check(SharedGateway gateway) {
        if (gateway.isOfGatewayApi()) {
            Stream<@Nullable GatewayTls> all = Stream.concat(
                    Stream.of(gateway.tls()), gateway.allowedTenants().stream().map(AllowedTenant::tls));
            check(gateway, all.flatMap(Stream::ofNullable));
        }
    }

    private void check(Record gateway, Stream<GatewayTls> everyTls) {
        String platform = "platform '" + target.platform().name() + "'";
        GatewayApiDefinitions definitions = target.platform().gatewayApi();
        if (!target.profile().has(Trait.GATEWAY_API)) {
            refuse(
                    gateway,
                    target.profile().product() + " on " + platform
                            + " carries out no Gateway API for a mesh of its own.",
                    "Write the gateway with `api: istio`.");
        } else if (definitions == null) {
            refuse(
                    gateway,
                    "Nothing says that the cluster of " + platform + " has the Gateway API.",
                    "Install its definitions, and write their version into the Platform, such as"
                            + " `gatewayApi: {version: \"1.5\"}`; or write the gateway with `api: istio`.");
        } else if (!definitions.isAtLeast(1, 2)) {
            refuse(
                    gateway,
                    "Gateways of version " + definitions.version() + " on " + platform
                            + " cannot say what is made of them.",
                    "Bring the definitions to 1.2 or later, or write the gateway with `api: istio`.");
        } else if (!definitions.isAtLeast(1, 5)) {
            everyTls.filter(tls -> tls.mode() == GatewayTls.Mode.PASSTHROUGH).forEach(tls -> ignored(tls, platform));
        }
    }

    private void ignored(GatewayTls tls, String platform) {
        problems.error(
                ProblemCode.GATEWAY_API_IGNORED,
                model.origins().of(tls, "mode"),
                "PASSTHROUGH",
                target.profile().product() + " on " + platform + " ignores TLSRoutes of definitions before 1.5.",
                "Bring the definitions to 1.5 or later, end TLS at the gateway, or write it with `api: istio`.");
    }

    private void refuse(Record gateway, String why, String fix) {
        problems.error(ProblemCode.GATEWAY_API_MISSING, model.origins().of(gateway, "api"), "gateway-api", why, fix);
    }
}
