package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.platform.GatewayApiDefinitions;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Waypoint;

/**
 * Refuses waypoints where nobody would come through them, or nobody would make them.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Configure waypoint proxies</a>
 */
record WaypointsFit(Target target, MeshModel model, Problems problems) {

    void check() {
        model.meshes().forEach(mesh -> {
            EffectiveSettings settings = new EffectiveSettings(target.platform(), mesh);
            model.tenantsOf(mesh).stream()
                    .flatMap(tenant -> tenant.namespaces().stream())
                    .forEach(namespace -> check(namespace, settings.dataPlane(namespace)));
        });
    }

    private void check(TenantNamespace namespace, DataPlane dataPlane) {
        Waypoint waypoint = namespace.waypoint();
        if (waypoint == null) {
            return;
        }
        if (dataPlane != DataPlane.AMBIENT) {
            problems.error(
                    ProblemCode.WAYPOINT_NEEDS_AMBIENT,
                    model.origins().of(namespace, "waypoint"),
                    waypoint.name(),
                    "On platform '" + target.platform().name() + "' the pods of namespace '" + namespace.name()
                            + "' have proxies of their own, and clients come to those: nobody would take the waypoint.",
                    "Leave it out, or write `dataPlane: ambient` for the namespace, its Mesh or the Platform.");
            return;
        }
        if (target.platform().admission() != null) {
            problems.error(
                    ProblemCode.UNSUPPORTED_OPTION,
                    model.origins().of(namespace, "waypoint"),
                    waypoint.name(),
                    "The control plane makes the pods of this waypoint without an injector, and `admission` of platform '"
                            + target.platform().name() + "' refuses pods of tenants that nothing injects.",
                    "Leave the waypoint out, or `admission`.");
            return;
        }
        GatewayApiDefinitions definitions = target.platform().gatewayApi();
        if (definitions == null || !definitions.isAtLeast(1, 2)) {
            problems.error(
                    ProblemCode.GATEWAY_API_MISSING,
                    model.origins().of(waypoint, "name"),
                    waypoint.name(),
                    definitions == null
                            ? "A waypoint is a Gateway of the Gateway API, and nothing says that the cluster of platform '"
                                    + target.platform().name() + "' has that."
                            : "Gateways of version " + definitions.version() + " on platform '"
                                    + target.platform().name() + "' cannot say what is made of them.",
                    "Install the definitions of the Gateway API, and write their version into the Platform, such as"
                            + " `gatewayApi: {version: \"1.5\"}`; 1.2 is the oldest that will do.");
        }
    }
}
