package dev.tenantmesh.maven.migration;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MtlsMigration;
import dev.tenantmesh.model.migration.MtlsStep;
import dev.tenantmesh.model.migration.MtlsSteps;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.report.migration.MigrationPlan;
import dev.tenantmesh.report.migration.MigrationPlan.Breakage;
import dev.tenantmesh.report.migration.MigrationPlan.Step;
import dev.tenantmesh.report.migration.MigrationPlan.Way;
import dev.tenantmesh.verifier.claim.model.PlaintextLosses;
import dev.tenantmesh.verifier.claim.model.PlaintextLosses.Loss;
import dev.tenantmesh.verifier.load.Manifests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans the way of meshes to mutual TLS: each step that can be next, rendered, compared with now and proved. */
public final class MtlsPlan {

    private final Stage now;
    private final Manifests workloads;
    private final SortedMap<String, ManifestSet> folders = new TreeMap<>();

    private MtlsPlan(Stage now, Manifests workloads) {
        this.now = now;
        this.workloads = workloads;
    }

    /**
     * The steps of every mesh of a model.
     *
     * @param workloads manifests of the pods that run there; what they leave open is taken to have a proxy
     * @throws ProblemsException if the model cannot be rendered as it is
     */
    public static Planned of(MeshModel model, Manifests workloads) {
        MtlsPlan plan = new MtlsPlan(new Stage(model, MeshGenerator.render(model)), workloads);
        List<Way> ways = model.meshes().stream().map(plan::way).toList();
        return new Planned(new MigrationPlan(ways), plan.folders);
    }

    private Way way(Mesh mesh) {
        List<Step> steps = MtlsSteps.next(now.model(), mesh).stream()
                .map(step -> step(mesh, step))
                .sorted(Comparator.comparingInt(step -> step.breakages().size()))
                .toList();
        return new Way("Mesh " + mesh.name(), standing(mesh), false, steps);
    }

    private List<String> standing(Mesh mesh) {
        Optional<MtlsMigration> migration = mesh.migration();
        if (migration.isEmpty()) {
            boolean strict = mesh.mtls() == null
                    || mesh.mtls().mode() == null
                    || mesh.mtls().mode() == MtlsMode.STRICT;
            return List.of(
                    strict
                            ? "It demands mutual TLS" + (mesh.shadow() == null ? "" : " where it is enforced")
                                    + "; there is nothing to migrate."
                            : "It takes plaintext for good. To go to mutual TLS, write `mode: STRICT` and a `migration` with"
                                    + " `stage: permissive` under `mtls`.");
        }
        List<String> open = MtlsSteps.open(now.model(), mesh);
        List<String> standing = new ArrayList<>();
        standing.add("It is on its way to mutual TLS, until " + migration.get().expires() + " ("
                + migration.get().owner() + ": " + migration.get().reason() + ").");
        standing.add("Locked: " + listed(migration.get().strict()) + "; not locked: " + listed(open) + ".");
        standing.add(
                workloads.all().isEmpty()
                        ? "No manifests of workloads were given: pods of the mesh are taken to have a proxy."
                        : "Clients were looked for in " + workloads.all().size() + " objects of workloads.");
        return standing;
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private Step step(Mesh mesh, MtlsStep step) {
        Outcome outcome = new Outcome();
        List<Breakage> breakages = new ArrayList<>();
        try {
            MeshModel model = step.applied(now.model());
            Stage next = new Stage(model, MeshGenerator.render(model));
            for (Site site : model.sites()) {
                outcome.add(site.name(), next.proof(site, site.name()));
                losses(mesh, site, next).forEach(loss -> breakages.add(breakage(site, loss)));
            }
            folders.put(step.name(), ManifestSet.between(now.set(), next.set()));
        } catch (ProblemsException refused) {
            outcome.refused(refused.problems());
        }
        return new Step(step.name(), step.title(), step.edits(), breakages, outcome.proof(), outcome.open(), "");
    }

    private List<Loss> losses(Mesh mesh, Site site, Stage next) {
        Site before = now.site(site.name());
        return PlaintextLosses.between(
                before.model(),
                before.platform(),
                mesh,
                now.evidence(before, now.read(before, workloads)).evidence(),
                next.evidence(site, next.read(site, workloads)).evidence());
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
