package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.folder.Drift;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how the committed manifests differ from the model, and how to settle it. */
final class DriftLines {

    private static final int MOST_DIFFS = 3;

    private DriftLines() {}

    static void of(Drift drift, Path output, String fixCommand, Report report) {
        String folder = report.shown(output);
        Lines.of(folder + "/", drift.foreign()).forEach(line -> report.warning(line + ": not generated; left alone"));
        if (drift.isClean()) {
            report.info(folder + ": the manifests are what the mesh documents say");
            return;
        }
        String summary = folder + ": the manifests are not what the mesh documents say: " + counts(drift);
        report.error(summary);
        Lines.of("  missing ", drift.added()).forEach(report::error);
        Lines.of("  changed ", drift.changed()).forEach(report::error);
        Lines.of("  stale   ", drift.stale()).forEach(report::error);
        Lines.of("  edited  ", drift.edited()).forEach(report::error);
        diffs(drift).forEach(diff -> {
            report.error("--- " + folder + "/" + Printable.of(diff.getKey()));
            diff.getValue().lines().map(Colours::ofDifference).forEach(report::error);
        });
        boolean unsettled = report.stopsTheBuild() || !drift.edited().isEmpty();
        String first = unsettled ? "Settle the problems above first.\n" : "";
        report.fail(ProblemCode.DRIFT.id() + " " + summary + ".\n" + first + "Run '" + fixCommand
                + "' and commit the result.");
    }

    /** Edits first, since nobody else knows of them. */
    private static List<Map.Entry<String, String>> diffs(Drift drift) {
        return drift.diffs().entrySet().stream()
                .sorted(Comparator.comparing(diff -> !drift.edited().contains(diff.getKey())))
                .limit(MOST_DIFFS)
                .toList();
    }

    private static String counts(Drift drift) {
        return Stream.of(
                        count(drift.added(), "missing"),
                        count(drift.changed(), "changed"),
                        count(drift.stale(), "stale"),
                        count(drift.edited(), "edited by hand"))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String count(List<String> paths, String what) {
        return paths.isEmpty() ? "" : paths.size() + " " + what;
    }
}
