package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.effective.Ladder;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whoever opens pods to the router has a port that it can speak to: the router has no certificate of the mesh. */
public final class LabelledPodsSpeakPlaintext implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        for (Platform platform : model.platforms()) {
            for (Mesh mesh : model.meshes()) {
                Openings openings = new Openings(new EffectiveSettings(platform, mesh), model);
                for (Tenant tenant : model.tenantsOf(mesh)) {
                    tenant.namespaces().forEach(namespace -> openings.add(tenant, namespace));
                }
                openings.report(platform, problems);
            }
        }
    }

    /** The places that say {@code labelled-pods}, and those of them that somebody makes use of. */
    private record Openings(EffectiveSettings settings, MeshModel model, Set<Origin> asked, Set<Origin> served) {

        Openings(EffectiveSettings settings, MeshModel model) {
            this(settings, model, new HashSet<>(), new HashSet<>());
        }

        void add(Tenant tenant, TenantNamespace namespace) {
            place(settings.router(tenant, namespace)).ifPresent(asked::add);
            for (Workload workload : namespace.workloads()) {
                Optional<Origin> place = place(settings.router(tenant, namespace, workload));
                place.ifPresent(asked::add);
                place.filter(asking -> speaksPlaintext(tenant, namespace, workload))
                        .ifPresent(served::add);
            }
        }

        void report(Platform platform, Problems problems) {
            asked.stream()
                    .filter(place -> !served.contains(place))
                    .forEach(place -> problems.error(
                            ProblemCode.ROUTER_NEEDS_PLAINTEXT,
                            place,
                            "labelled-pods",
                            "On platform '" + platform.name()
                                    + "' every declared port below this demands mutual TLS, and the router has no"
                                    + " certificate of the mesh.",
                            "Make a port PERMISSIVE under an exemption, or set `router: gateways-only` and use a"
                                    + " gateway."));
        }

        private Optional<Origin> place(Ladder<RouterTraffic> router) {
            return Optional.ofNullable(router.decider())
                    .filter(decider -> router.effective() == RouterTraffic.LABELLED_PODS)
                    .map(decider -> decider.origin(model.origins()));
        }

        /** Of a tenant that is not rendered here it is not known, and not ours to judge. */
        private boolean speaksPlaintext(Tenant tenant, TenantNamespace namespace, Workload workload) {
            return !model.renders(tenant)
                    || workload.ports().stream()
                            .map(port -> settings.mtls(tenant, namespace, workload, port.podPort()))
                            .anyMatch(mode -> mode.effective() != MtlsMode.STRICT);
        }
    }
}
