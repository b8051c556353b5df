package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.Progress;
import dev.tenantmesh.generator.manifest.folder.FileTransaction.Change;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes a manifest set into a folder, or says how the folder differs from it. */
public final class ManifestWriter {

    /** The index goes last: a run that is killed then leaves files that the next run takes over. */
    private static final Comparator<Finding> WRITE_ORDER =
            Comparator.comparing(Finding::isIndex).thenComparing(Finding::path);

    private final ManifestSet set;
    private final OutputFolder output;
    private final Problems problems = new Problems();
    private final Progress progress;

    private ManifestWriter(ManifestSet set, Path output, Progress progress) {
        this.set = set;
        this.output = new OutputFolder(output, problems);
        this.progress = progress;
    }

    /** Makes the folder say what the set says: all of it or, when anything is reported as an error, nothing. */
    public static WriteReport write(ManifestSet set, Path output, WriteScope scope, Problems problems) {
        return write(set, output, scope, problems, Progress.SILENT);
    }

    /** The same; tells the progress before each file. */
    public static WriteReport write(
            ManifestSet set, Path output, WriteScope scope, Problems problems, Progress progress) {
        ManifestWriter writer = new ManifestWriter(set, output, progress);
        WriteReport report = WriteReport.NOTHING;
        try {
            report = writer.write(scope);
        } catch (IOException | UncheckedIOException failed) {
            writer.report(failed, "written");
        }
        problems.addAll(writer.problems);
        return report;
    }

    /**
     * Compares without writing. What would stop the writer is reported as an error; then the drift may be incomplete.
     */
    public static Drift compare(ManifestSet set, Path output, Problems problems) {
        ManifestWriter writer = new ManifestWriter(set, output, Progress.SILENT);
        Drift drift = Drift.NONE;
        try {
            drift = Drift.of(new Comparison(set, writer.output, writer.problems));
        } catch (IOException | UncheckedIOException failed) {
            writer.report(failed, "read");
        }
        problems.addAll(writer.problems);
        return drift;
    }

    private WriteReport write(WriteScope scope) throws IOException {
        if (!output.isFree("") || !RootCheck.accepts(output, scope, problems)) {
            return WriteReport.NOTHING;
        }
        Optional<WriteReport> report = OutputLock.during(RootCheck.realPath(output.root()), this::writeLocked);
        if (report.isEmpty()) {
            String why = "Another process is writing to it.";
            problems.error(ProblemCode.OUTPUT_BUSY, output.originOf(""), "", why, "Run again when it has ended.");
        }
        return report.orElse(WriteReport.NOTHING);
    }

    private WriteReport writeLocked() throws IOException {
        Comparison comparison = new Comparison(set, output, problems);
        if (problems.hasErrors()) {
            return WriteReport.NOTHING;
        }
        List<Change> changes = comparison.findings().stream()
                .filter(Finding::isChange)
                .sorted(WRITE_ORDER)
                .map(found -> new Change(output.resolve(found.path()), found.actual(), found.wanted()))
                .toList();
        FileTransaction.apply(output.root(), changes, progress);
        return WriteReport.of(comparison);
    }

    private void report(Exception failed, String how) {
        StringBuilder why = new StringBuilder("It cannot be " + how + ": " + failed + ".");
        for (Throwable notRestored : failed.getSuppressed()) {
            why.append(" Not put back: ").append(notRestored).append('.');
        }
        String fix = "Make room or fix the permissions, and run again; nothing was changed unless said otherwise.";
        problems.error(ProblemCode.WRITE_FAILED, output.originOf(""), "", why.toString(), fix);
    }
}
