package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.folder.WriteReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says what a run wrote and what it left alone. */
final class WriteLines {

    private WriteLines() {}

    static void of(WriteReport written, Path output, Report report) {
        String folder = report.shown(output);
        List<String> kept = written.kept().entrySet().stream()
                .filter(file -> !report.hasProblemAt(output.resolve(file.getKey())))
                .map(file -> kept(folder, file))
                .toList();
        Lines.of("", kept).forEach(report::warning);
        if (written.isUnchanged()) {
            report.info(folder + ": all " + written.unchanged() + " files are as they should be");
            return;
        }
        report.info("%s: %d added, %d changed, %d removed, %d unchanged"
                .formatted(
                        folder,
                        written.added().size(),
                        written.changed().size(),
                        written.removed().size(),
                        written.unchanged()));
        Stream<String> paths = Stream.of(
                        marked("added   ", written.added()),
                        marked("changed ", written.changed()),
                        marked("removed ", written.removed()))
                .flatMap(lines -> lines);
        Lines.of("  ", paths.toList()).forEach(report::info);
    }

    private static String kept(String folder, Map.Entry<String, String> file) {
        return folder + "/" + file.getKey() + ": left alone: " + file.getValue();
    }

    private static Stream<String> marked(String mark, List<String> paths) {
        return paths.stream().map(path -> mark + path);
    }
}
