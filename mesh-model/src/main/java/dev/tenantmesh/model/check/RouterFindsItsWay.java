package dev.tenantmesh.model.check;

import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.effective.Ladder;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;

/**
 * A gateway behind the router stands where the router may arrive, and pods that are open to the router have a port
 * that it can speak to: the router has no certificate of the mesh.
 */
final class RouterFindsItsWay implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        MeshIndex index = new MeshIndex(model.tenants());
        for (Platform platform : model.platforms()) {
            for (Mesh mesh : model.meshes()) {
                EffectiveSettings settings = new EffectiveSettings(platform, mesh);
                for (Tenant tenant : model.tenantsOf(mesh)) {
                    tenant.gateways().forEach(gateway -> checkGateway(model, settings, index, gateway, problems));
                    tenant.namespaces()
                            .forEach(namespace -> checkLabelled(model, settings, tenant, namespace, problems));
                }
            }
        }
    }

    private static void checkGateway(
            MeshModel model, EffectiveSettings settings, MeshIndex index, Gateway gateway, Problems problems) {
        MeshIndex.Member member = index.member(gateway.namespace()).orElse(null);
        if (member == null || gateway.exposure().type() != Gateway.Exposure.Type.ROUTE) {
            return;
        }
        Ladder<RouterTraffic> router = settings.router(member.tenant(), member.namespace());
        if (router.effective() == RouterTraffic.DENIED) {
            problems.error(
                    ProblemCode.ROUTER_DENIED,
                    model.origins().of(gateway, "exposure"),
                    "route",
                    "The router may not reach namespace '" + gateway.namespace() + "', says " + router.decidedBy()
                            + place(model, member, router) + ".",
                    "Set `router: gateways-only` there, or expose the gateway by a load-balancer.");
        }
    }

    private static String place(MeshModel model, MeshIndex.Member member, Ladder<RouterTraffic> router) {
        String level = router.decidedBy();
        if (level.startsWith("namespace ")) {
            return " at " + model.origins().of(member.namespace(), "isolation");
        }
        if (level.startsWith("tenant ")) {
            return " at " + model.origins().of(member.tenant(), "isolation");
        }
        return model.mesh(member.tenant().mesh())
                .filter(mesh -> level.startsWith("mesh "))
                .map(mesh -> " at " + model.origins().of(mesh, "isolation"))
                .orElse("");
    }

    private static void checkLabelled(
            MeshModel model, EffectiveSettings settings, Tenant tenant, TenantNamespace namespace, Problems problems) {
        boolean asked = settings.router(tenant, namespace).effective() == RouterTraffic.LABELLED_PODS
                || namespace.workloads().stream()
                        .anyMatch(workload -> isLabelled(settings, tenant, namespace, workload));
        boolean served = namespace.workloads().stream()
                .filter(workload -> isLabelled(settings, tenant, namespace, workload))
                .anyMatch(workload -> workload.ports().stream()
                        .anyMatch(port -> settings.mtls(tenant, namespace, workload, port.podPort())
                                        .effective()
                                != MtlsMode.STRICT));
        if (asked && !served) {
            problems.error(
                    ProblemCode.ROUTER_NEEDS_PLAINTEXT,
                    model.origins().of(namespace, "isolation"),
                    "labelled-pods",
                    "Every port in namespace '" + namespace.name()
                            + "' demands mutual TLS, and the router has no certificate of the mesh.",
                    "Make the port PERMISSIVE under an exemption, or set `router: gateways-only` and use a gateway.");
        }
    }

    private static boolean isLabelled(
            EffectiveSettings settings, Tenant tenant, TenantNamespace namespace, Workload workload) {
        return settings.router(tenant, namespace, workload).effective() == RouterTraffic.LABELLED_PODS;
    }
}
