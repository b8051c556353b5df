package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.generator.manifest.folder.Finding.State;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an output folder differs from what the model says. All paths are below it and separated by {@code /}; an index
 * file is named only where nothing else of its folder drifted.
 *
 * @param added files that are missing
 * @param changed files that should say something else, among them foreign ones that stand in the way
 * @param stale files that the model no longer has
 * @param foreign files in our folders that are not ours; harmless, so a clean folder may have them
 * @param edited files that were generated and then edited by hand
 * @param diffs for the first changed and edited files the lines that differ, shortened
 */
public record Drift(
        List<String> added,
        List<String> changed,
        List<String> stale,
        List<String> foreign,
        List<String> edited,
        SortedMap<String, String> diffs) {

    static final Drift NONE =
            new Drift(List.of(), List.of(), List.of(), List.of(), List.of(), Collections.emptySortedMap());

    private static final int MOST_DIFFS = 10;

    static Drift of(Comparison comparison) {
        SortedMap<String, String> diffs = new TreeMap<>();
        comparison
                .files(State.CHANGED, State.IN_THE_WAY, State.EDITED)
                .limit(MOST_DIFFS)
                .forEach(found -> diffs.put(found.path(), TextDiff.of(text(found.actual()), text(found.wanted()))));
        return new Drift(
                comparison.paths(State.ADDED),
                comparison.paths(State.CHANGED, State.IN_THE_WAY),
                comparison.paths(State.STALE),
                comparison.paths(State.FOREIGN),
                comparison.paths(State.EDITED, State.EDITED_STALE),
                Collections.unmodifiableSortedMap(diffs));
    }

    private static String text(@Nullable Content content) {
        return content == null ? "" : content.text();
    }

    /** Whether generating again would change nothing and nobody edited anything. */
    public boolean isClean() {
        return added.isEmpty() && changed.isEmpty() && stale.isEmpty() && edited.isEmpty();
    }
}
