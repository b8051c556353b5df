package dev.tenantmesh.maven.migration;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.Shadow;
import dev.tenantmesh.model.migration.ShadowStep;
import dev.tenantmesh.model.migration.ShadowSteps;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.report.migration.MigrationPlan;
import dev.tenantmesh.report.migration.MigrationPlan.Breakage;
import dev.tenantmesh.report.migration.MigrationPlan.Step;
import dev.tenantmesh.report.migration.MigrationPlan.Way;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.model.PlaintextLosses.Loss;
import dev.tenantmesh.verifier.claim.model.ShadowLosses;
import dev.tenantmesh.verifier.load.Manifests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Plans the way of meshes out of their shadow: each namespace that can be enforced next, rendered, compared and proved. */
public final class ShadowPlan {

    private final Stage now;
    private final Manifests workloads;
    private final SortedMap<String, ManifestSet> folders = new TreeMap<>();

    private ShadowPlan(Stage now, Manifests workloads) {
        this.now = now;
        this.workloads = workloads;
    }

    /**
     * The steps of every mesh that has a shadow; nothing of a model without any.
     *
     * @param workloads manifests of the pods that run there; who is in none of them is not found
     * @throws ProblemsException if the model cannot be rendered as it is
     */
    public static Planned of(MeshModel model, Manifests workloads) {
        if (model.meshes().stream().allMatch(mesh -> mesh.shadow() == null)) {
            return new Planned(new MigrationPlan(List.of()), new TreeMap<>());
        }
        ShadowPlan plan = new ShadowPlan(new Stage(model, MeshGenerator.render(model)), workloads);
        List<Way> ways = model.meshes().stream()
                .flatMap(mesh -> Stream.ofNullable(mesh.shadow()).map(shadow -> plan.way(mesh, shadow)))
                .toList();
        return new Planned(new MigrationPlan(ways), plan.folders);
    }

    private Way way(Mesh mesh, Shadow shadow) {
        List<String> standing = List.of(
                "In shadow until " + shadow.expires() + " (" + shadow.owner() + ": " + shadow.reason() + "): "
                        + String.join(", ", shadow.namespaces())
                        + (shadow.platforms().isEmpty() ? "" : " on " + String.join(", ", shadow.platforms())) + ".",
                workloads.all().isEmpty()
                        ? "No manifests of workloads were given: whoever runs in the cluster is not known."
                        : "Clients were looked for in " + workloads.all().size()
                                + " objects of workloads; who is in none of them, the logs and counters of proxies tell.");
        List<Step> steps = ShadowSteps.next(mesh).stream()
                .map(step -> step(mesh, step))
                .sorted(Comparator.comparingInt(step -> step.breakages().size()))
                .toList();
        return new Way("Shadow of mesh " + mesh.name(), standing, false, steps);
    }

    private Step step(Mesh mesh, ShadowStep step) {
        Outcome outcome = new Outcome();
        List<Breakage> breakages = new ArrayList<>();
        try {
            MeshModel model = step.applied(now.model());
            Stage next = new Stage(model, MeshGenerator.render(model));
            for (Site site : model.sites()) {
                outcome.add(site.name(), next.proof(site, site.name()));
                if (mesh.shadowOn(site.platform()).isPresent()) {
                    losses(mesh, site, step, next).forEach(loss -> breakages.add(breakage(site, loss)));
                }
            }
            folders.put(step.name(), ManifestSet.between(now.set(), next.set()));
        } catch (ProblemsException refused) {
            outcome.refused(refused.problems());
        }
        return new Step(
                step.name(),
                "Enforce namespace " + step.namespace()
                        + ": proxies carry its policies out, and NetworkPolicies close it in both directions.",
                List.of(step.edit()),
                breakages,
                outcome.proof(),
                outcome.open(),
                "");
    }

    private List<Loss> losses(Mesh mesh, Site site, ShadowStep step, Stage next) {
        Site before = now.site(site.name());
        return ShadowLosses.between(before, mesh, step.namespace(), evidence(now, before), evidence(next, site));
    }

    private Evidence evidence(Stage stage, Site site) {
        return stage.evidence(site, stage.read(site, workloads)).evidence();
    }

    private static Breakage breakage(Site site, Loss loss) {
        return new Breakage(
                site.name(),
                loss.client(),
                loss.server(),
                loss.ports().toString(),
                loss.because(),
                loss.permitted(),
                loss.origin() == null ? "" : loss.origin().toString());
    }
}
