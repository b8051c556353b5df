package dev.tenantmesh.maven.migration;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.migration.MeshMove;
import dev.tenantmesh.generator.migration.MoveStep;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.migration.MigrationPlan;
import dev.tenantmesh.report.migration.MigrationPlan.Step;
import dev.tenantmesh.report.migration.MigrationPlan.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans the move of a cluster from one platform to another: every state on the way is proved to keep the promises of both. */
public final class MovePlan {

    private MovePlan() {}

    /**
     * The steps of a move, in order.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if such a move is not known
     */
    public static Planned of(MeshModel model, Platform from, Platform to, Problems problems) {
        List<MoveStep> moves = MeshMove.plan(model, from, to, problems);
        SortedMap<String, ManifestSet> folders = new TreeMap<>();
        List<Step> steps = new ArrayList<>();
        Site old = new Site(model, from);
        ManifestSet before = ManifestSet.of(List.of());
        for (MoveStep move : moves) {
            ManifestSet state = move.state();
            boolean begins = steps.isEmpty();
            Outcome outcome = new Outcome();
            Stage stage = new Stage(model, state);
            outcome.add(from.name(), stage.proof(old, to.name()));
            if (!begins) {
                outcome.add(to.name(), stage.proof(new Site(model, to), to.name()));
                move.notRestarted()
                        .ifPresent(pods -> outcome.add(from.name(), new Stage(model, pods).proof(old, to.name())));
                folders.put(move.name(), ManifestSet.between(before, state));
            }
            steps.add(new Step(move.name(), move.title(), move.todo(), List.of(), outcome.proof(), outcome.open(), ""));
            before = state;
        }
        String name = "From " + from.name() + " to " + to.name();
        List<String> standing = List.of(
                "Every step is a state that keeps the promises of both platforms: of pods that were restarted, and of those"
                        + " that were not yet.",
                "Finish without delay, and change nothing else until then; 2.6 is updated before, and not on the way.");
        return new Planned(new MigrationPlan(List.of(new Way(name, standing, true, steps))), folders);
    }
}
