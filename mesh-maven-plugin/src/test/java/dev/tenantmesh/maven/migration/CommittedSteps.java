package dev.tenantmesh.maven.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.manifest.folder.Drift;
import dev.tenantmesh.generator.manifest.folder.ManifestWriter;
import dev.tenantmesh.generator.manifest.folder.WriteScope;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.report.migration.MigrationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder {@code steps} of an example: a plan for people, and a folder for each step.
 *
 * @param example the example's folder
 */
record CommittedSteps(Path example) {

    private static final boolean REFRESH = Boolean.getBoolean("mesh.refresh");

    /** Fails unless what is committed is what is planned. */
    void are(Planned planned) throws IOException {
        Path steps = example.resolve("steps");
        Path page = steps.resolve("PLAN.md");
        String text =
                "# Plan\n\nWritten by `mesh:migration`.\n\n" + new MigrationReport(planned.plan()).written(Format.MD);
        if (REFRESH) {
            Files.createDirectories(steps);
            Files.writeString(page, text);
            Problems problems = new Problems();
            planned.folders()
                    .forEach((name, set) -> ManifestWriter.write(
                            set, steps.resolve(name), WriteScope.inside(example.toAbsolutePath()), problems));
            assertThat(problems.hasErrors()).isFalse();
        }
        assertThat(page).hasContent(text);
        assertThat(foldersIn(steps)).containsExactlyElementsOf(planned.folders().keySet());
        planned.folders().forEach((name, set) -> {
            Drift drift = ManifestWriter.compare(set, steps.resolve(name), new Problems());
            assertThat(drift.isClean()).as(name + ": " + drift).isTrue();
        });
    }

    private static List<String> foldersIn(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
