package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.generator.manifest.folder.Finding.State;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run did to the output folder. All paths are below it and separated by {@code /}; an index file is named only
 * where nothing else of its folder changed.
 *
 * @param added new files
 * @param changed replaced files
 * @param removed deleted files, which the model no longer has
 * @param unchanged how many files already said what they should, and so were not touched
 * @param kept files that are not ours or were edited, and so were left alone: path and reason
 */
public record WriteReport(
        List<String> added, List<String> changed, List<String> removed, int unchanged, SortedMap<String, String> kept) {

    static final WriteReport NOTHING =
            new WriteReport(List.of(), List.of(), List.of(), 0, Collections.emptySortedMap());

    static WriteReport of(Comparison comparison) {
        SortedMap<String, String> kept = new TreeMap<>();
        comparison.files(State.FOREIGN).forEach(found -> kept.put(found.path(), "not generated"));
        comparison
                .files(State.EDITED_STALE)
                .forEach(found -> kept.put(found.path(), "edited by hand; no longer wanted"));
        return new WriteReport(
                comparison.paths(State.ADDED),
                comparison.paths(State.CHANGED),
                comparison.paths(State.STALE),
                (int) comparison.files(State.SAME).count(),
                Collections.unmodifiableSortedMap(kept));
    }

    /** Whether the output folder is as it was. */
    public boolean isUnchanged() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
