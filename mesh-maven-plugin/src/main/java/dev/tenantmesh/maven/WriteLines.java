package dev.tenantmesh.maven;

import dev.tenantmesh.generator.manifest.folder.WriteReport;
import dev.tenantmesh.model.problem.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a run wrote and what it left alone. */
final class WriteLines {

    private static final int MOST_FOLDERS = 60;

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
        lines(written).forEach(report::info);
    }

    /** Every path, or where there are many of them how many in each folder. */
    private static List<String> lines(WriteReport written) {
        List<String> paths = Stream.of(
                        marked("added   ", written.added()),
                        marked("changed ", written.changed()),
                        marked("removed ", written.removed()))
                .flatMap(lines -> lines)
                .toList();
        return paths.size() <= Lines.MOST ? Lines.of("  ", paths) : folders(written);
    }

    private static List<String> folders(WriteReport written) {
        SortedMap<String, Long> files = Stream.of(written.added(), written.changed(), written.removed())
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(WriteLines::folder, TreeMap::new, Collectors.counting()));
        List<String> lines = files.entrySet().stream()
                .map(folder -> "  " + Printable.of(folder.getKey()) + ": " + folder.getValue()
                        + (folder.getValue() == 1 ? " file" : " files"))
                .limit(MOST_FOLDERS)
                .toList();
        return files.size() > MOST_FOLDERS
                ? Stream.concat(
                                lines.stream(),
                                Stream.of("  ... and " + (files.size() - MOST_FOLDERS) + " more folders"))
                        .toList()
                : lines;
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String kept(String folder, Map.Entry<String, String> file) {
        return folder + "/" + file.getKey() + ": left alone: " + file.getValue();
    }

    private static Stream<String> marked(String mark, List<String> paths) {
        return paths.stream().map(path -> mark + path);
    }
}
