package dev.tenantmesh.generator.plan.shadow;

import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.Shadow;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses what has no dry run, and says what is open. Sidecars and gateways of every supported version know the
 * annotation, which came with Istio 1.10; a ztunnel drops such a policy, unless its control plane has an experimental
 * switch, and where mutual TLS comes in tunnels there is nothing else to try.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/annotations/#SecurityDryRun">istio.io/dry-run</a>
 */
record ShadowFits(MeshModel model, Target target, Mesh mesh, Shadow shadow, Problems problems) {

    void check() {
        List<TenantNamespace> ours = model.tenantsOf(mesh).stream()
                .filter(model::renders)
                .flatMap(tenant -> tenant.namespaces().stream())
                .filter(namespace -> shadow.namespaces().contains(namespace.name()))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        String listed = ours.stream().map(TenantNamespace::name).sorted().collect(Collectors.joining(", "));
        if (target.placement().isPresent()) {
            problems.error(
                    ProblemCode.UNSUPPORTED_OPTION,
                    origin(),
                    listed,
                    on()
                            + "meshes are in several clusters, and whom a namespace in shadow would refuse of the others is"
                            + " not known in one of them.",
                    "Remove `shadow`, or give the cluster a Platform of its own until every namespace is enforced.");
            return;
        }
        EffectiveSettings settings = new EffectiveSettings(target.platform(), mesh);
        List<TenantNamespace> ambient = ours.stream()
                .filter(namespace -> settings.dataPlane(namespace) == DataPlane.AMBIENT)
                .toList();
        ambient.forEach(this::refuse);
        if (ambient.isEmpty()) {
            warn(listed);
        }
    }

    private void refuse(TenantNamespace ambient) {
        problems.error(
                ProblemCode.NEEDS_SIDECAR,
                origin(),
                ambient.name(),
                on()
                        + "the namespace is ambient, and proxies of nodes drop a policy that is a dry run: nothing would be"
                        + " tried.",
                "Take it out of the shadow, or write `dataPlane: sidecar` for it until it is enforced.");
    }

    private void warn(String listed) {
        problems.warning(
                ProblemCode.IN_SHADOW,
                origin(),
                mesh.name(),
                on() + "anybody reaches these namespaces, and they reach whoever lets them in, until "
                        + shadow.expires() + " (" + shadow.owner() + "): " + listed + ".",
                "Ask mesh:migration who would be blocked, and take them out of the shadow one by one. NetworkPolicy"
                        + " default-deny of one that was enforced before is deleted by hand: no tool prunes it.");
    }

    private String on() {
        return "On platform '" + target.platform().name() + "' ";
    }

    private Origin origin() {
        return model.origins().of(shadow, "namespaces");
    }
}
