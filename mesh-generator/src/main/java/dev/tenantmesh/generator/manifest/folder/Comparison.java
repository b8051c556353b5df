package dev.tenantmesh.generator.manifest.folder;

import static dev.tenantmesh.generator.manifest.folder.Finding.State.ADDED;
import static dev.tenantmesh.generator.manifest.folder.Finding.State.CHANGED;
import static dev.tenantmesh.generator.manifest.folder.Finding.State.EDITED;
import static dev.tenantmesh.generator.manifest.folder.Finding.State.EDITED_STALE;
import static dev.tenantmesh.generator.manifest.folder.Finding.State.IN_THE_WAY;
import static dev.tenantmesh.generator.manifest.folder.Finding.State.STALE;

import dev.tenantmesh.generator.manifest.ManifestFile;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.folder.Finding.State;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in the output folder, file by file, against what a manifest set says. Only reads. */
final class Comparison {

    private static final String INDEX_FIX = "Restore it from version control; or delete it: then files that already"
            + " say what they should are taken over, and no others count as ours.";
    private static final String EDITED_FIX =
            "Move the change into the model; then restore the file, or delete it to accept" + " the generated one.";

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> drifting = new HashSet<>();
    private final OutputFolder output;
    private final Problems problems;
    private final FolderScope scope;

    /** Compares, and reports what stands in the way. */
    Comparison(ManifestSet set, OutputFolder output, Problems problems) throws IOException {
        this.output = output;
        this.problems = problems;
        this.scope = new FolderScope(set.owners(), output, problems);
        SortedMap<String, SortedMap<String, Content>> folders = foldersOf(set);
        if (output.isFree("")) {
            scope.narrow(folders);
            for (Map.Entry<String, SortedMap<String, Content>> folder : folders.entrySet()) {
                compare(folder.getKey(), folder.getValue());
            }
        }
        findings.forEach(this::report);
        files(ADDED, CHANGED, STALE, IN_THE_WAY, EDITED, EDITED_STALE).forEach(found -> drifting.add(found.folder()));
    }

    /** Everything found, folder by folder, the index of each last. */
    List<Finding> findings() {
        return findings;
    }

    /** The paths in some of the states, sorted; an index only where nothing else of its folder differs. */
    List<String> paths(State first, State... others) {
        Set<State> states = EnumSet.of(first, others);
        return findings.stream()
                .filter(finding -> states.contains(finding.state()))
                .filter(finding -> !finding.isIndex() || !drifting.contains(finding.folder()))
                .map(Finding::path)
                .sorted()
                .toList();
    }

    /** What was found for files other than indexes, in some of the states. */
    Stream<Finding> files(State first, State... others) {
        Set<State> states = EnumSet.of(first, others);
        return findings.stream().filter(finding -> states.contains(finding.state()) && !finding.isIndex());
    }

    private static SortedMap<String, SortedMap<String, Content>> foldersOf(ManifestSet set) {
        SortedMap<String, SortedMap<String, Content>> folders = new TreeMap<>();
        for (ManifestFile file : set.files().values()) {
            int slash = file.path().lastIndexOf('/');
            folders.computeIfAbsent(file.path().substring(0, slash), absent -> new TreeMap<>())
                    .put(file.path().substring(slash + 1), Content.of(file.text()));
        }
        return folders;
    }

    private void compare(String folder, SortedMap<String, Content> wanted) throws IOException {
        try {
            findings.addAll(new FolderComparison(output, folder, scope.ownerOf(folder), wanted).findings());
        } catch (IllegalArgumentException corrupt) {
            problems.error(
                    ProblemCode.CORRUPT_INDEX,
                    output.originOf(folder + "/" + FolderIndex.FILE),
                    "",
                    String.valueOf(corrupt.getMessage()),
                    INDEX_FIX);
        }
    }

    private void report(Finding finding) {
        switch (finding.state()) {
            case IN_THE_WAY ->
                problems.error(
                        ProblemCode.FOREIGN_FILE,
                        output.originOf(finding.path()),
                        "",
                        "A generated file belongs here, and this one was not generated.",
                        "Move it elsewhere, or delete it to accept the generated one.");
            case EDITED ->
                problems.error(
                        ProblemCode.EDITED_FILE,
                        output.originOf(finding.path()),
                        "",
                        "It was edited by hand, and the model says something else.",
                        EDITED_FIX);
            case EDITED_STALE ->
                problems.warning(
                        ProblemCode.EDITED_FILE,
                        output.originOf(finding.path()),
                        "",
                        "The model no longer has it, but it was edited by hand and so is left alone.",
                        "Delete it, or move it elsewhere to keep it.");
            case SAME, ADDED, CHANGED, STALE, FOREIGN -> {}
        }
    }
}
