package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.generator.manifest.folder.Finding.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares one folder with the files that should be in it. The index says which of those that are there are ours. */
final class FolderComparison {

    private final OutputFolder output;
    private final String folder;
    private final Optional<String> owner;
    private final SortedMap<String, Content> wanted;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> ours = new HashMap<>();

    FolderComparison(OutputFolder output, String folder, Optional<String> owner, SortedMap<String, Content> wanted) {
        this.output = output;
        this.folder = folder;
        this.owner = owner;
        this.wanted = wanted;
    }

    /**
     * What was found for each file, foreign ones included and the index last; nothing where the way is not free.
     *
     * @throws IllegalArgumentException if the index is corrupt or of another folder
     */
    List<Finding> findings() throws IOException {
        if (output.isFree(folder) && output.canBeFile(path(FolderIndex.FILE))) {
            Content actualIndex = output.read(path(FolderIndex.FILE));
            FolderIndex index = actualIndex == null
                    ? new FolderIndex(folder, owner, Map.of())
                    : FolderIndex.parse(folder, actualIndex.text());
            SortedSet<String> names = new TreeSet<>(wanted.keySet());
            names.addAll(index.names());
            for (String name : names) {
                compare(name, index.hashOf(name));
            }
            foreign(names);
            compareIndex(actualIndex);
        }
        return findings;
    }

    private void compare(String name, @Nullable String writtenHash) throws IOException {
        if (!output.canBeFile(path(name))) {
            return;
        }
        Content actual = output.read(path(name));
        Content should = wanted.get(name);
        if (should != null) {
            ours.put(name, should.hash());
            add(name, stateOfWanted(actual, should, writtenHash), actual, should);
        } else if (actual != null && actual.hash().equals(writtenHash)) {
            add(name, State.STALE, actual, null);
        } else if (actual != null && writtenHash != null) {
            ours.put(name, writtenHash);
            add(name, State.EDITED_STALE, actual, null);
        }
    }

    private static State stateOfWanted(@Nullable Content actual, Content should, @Nullable String writtenHash) {
        if (actual == null) {
            return State.ADDED;
        }
        if (actual.saysTheSameAs(should)) {
            return State.SAME;
        }
        if (writtenHash == null) {
            return State.IN_THE_WAY;
        }
        return actual.hash().equals(writtenHash) ? State.CHANGED : State.EDITED;
    }

    private void foreign(SortedSet<String> known) throws IOException {
        output.filesIn(folder).stream()
                .filter(name -> !known.contains(name) && !name.equals(FolderIndex.FILE))
                .forEach(name -> add(name, State.FOREIGN, null, null));
    }

    /** An index lists what will be ours; without any such file it is removed. */
    private void compareIndex(@Nullable Content actual) {
        Content should = ours.isEmpty() ? null : Content.of(new FolderIndex(folder, owner, ours).text());
        if (should == null && actual != null) {
            add(FolderIndex.FILE, State.STALE, actual, null);
        } else if (should != null) {
            State state = actual == null ? State.ADDED : State.CHANGED;
            boolean same = actual != null && actual.saysTheSameAs(should);
            add(FolderIndex.FILE, same ? State.SAME : state, actual, should);
        }
    }

    private String path(String name) {
        return folder + "/" + name;
    }

    private void add(String name, State state, @Nullable Content actual, @Nullable Content should) {
        findings.add(new Finding(folder, name, state, actual, should));
    }
}
