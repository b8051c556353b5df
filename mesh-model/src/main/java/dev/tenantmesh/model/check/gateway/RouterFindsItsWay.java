package dev.tenantmesh.model.check.gateway;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.effective.Ladder;
import dev.tenantmesh.model.effective.Level;
import dev.tenantmesh.model.gateway.Exposure;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway behind the router stands where the router may arrive. */
public final class RouterFindsItsWay implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        for (Platform platform : model.platforms()) {
            for (Mesh mesh : model.meshes()) {
                EffectiveSettings settings = new EffectiveSettings(platform, mesh);
                AnyGateway.of(model)
                        .filter(gateway -> gateway.mesh().equals(mesh.name()) && isBehindRouter(gateway, platform))
                        .forEach(gateway -> router(gateway, settings, index)
                                .filter(router -> router.effective() == RouterTraffic.DENIED)
                                .ifPresent(router -> report(gateway, router, platform, model.origins(), problems)));
            }
        }
    }

    private static Optional<Ladder<RouterTraffic>> router(
            AnyGateway gateway, EffectiveSettings settings, MeshIndex index) {
        return gateway.owner() == null
                ? Optional.of(settings.router())
                : index.member(gateway.namespace()).map(member -> settings.router(member.tenant(), member.namespace()));
    }

    /** Where there are no Routes, the gateway is behind what stands in for one. */
    private static boolean isBehindRouter(AnyGateway gateway, Platform platform) {
        return gateway.exposure().type() == Exposure.Type.ROUTE
                && (platform.distribution().type() == Distribution.Type.OPENSHIFT
                        || platform.routeSubstitute() == null);
    }

    private static void report(
            AnyGateway gateway, Ladder<RouterTraffic> router, Platform platform, Origins origins, Problems problems) {
        problems.error(
                ProblemCode.ROUTER_DENIED,
                origins.of(gateway.exposure(), "type"),
                "route",
                "The router may not reach namespace '" + gateway.namespace() + "', says " + router.decidedBy() + " at "
                        + place(router.decider(), platform, origins) + ".",
                "Set `router: gateways-only` there, or expose the gateway by a load-balancer.");
    }

    private static Origin place(@Nullable Level<RouterTraffic> decider, Platform platform, Origins origins) {
        if (decider != null) {
            return decider.origin(origins);
        }
        return platform.guardrails() == null ? origins.of(platform) : origins.of(platform.guardrails(), "router");
    }
}
