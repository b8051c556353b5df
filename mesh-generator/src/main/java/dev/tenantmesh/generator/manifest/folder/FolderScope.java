package dev.tenantmesh.generator.manifest.folder;

import dev.tenantmesh.generator.manifest.FolderOwners;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which folders a run looks at. Each index names the tenant that its folder belongs to, so a run for one tenant changes
 * and removes only what is that tenant's, also in a folder that is shared with others; and a run for all leaves alone
 * what belongs to tenants that are known by their Exports alone.
 */
final class FolderScope {

    private final FolderOwners owners;
    private final OutputFolder output;
    private final Problems problems;
    private final Map<String, Optional<String>> recorded = new HashMap<>();
    private final Set<String> leftovers = new HashSet<>();

    FolderScope(FolderOwners owners, OutputFolder output, Problems problems) {
        this.owners = owners;
        this.output = output;
        this.problems = problems;
    }

    /** Takes away wanted folders that are others' to write, and adds those from which something may be removed. */
    void narrow(SortedMap<String, SortedMap<String, Content>> wanted) throws IOException {
        for (String folder : output.indexedFolders()) {
            Content index = output.peek(folder + "/" + FolderIndex.FILE);
            recorded.put(folder, index == null ? Optional.empty() : FolderIndex.ownerIn(index.text()));
            if (!wanted.containsKey(folder) && owners.concern(folder) && owners.mayChange(recordedOwner(folder))) {
                leftovers.add(folder);
                wanted.put(folder, new TreeMap<>());
            }
        }
        for (String folder : List.copyOf(wanted.keySet())) {
            if (isOthers(folder)) {
                checkListed(folder, wanted.getOrDefault(folder, Collections.emptySortedMap()));
                wanted.remove(folder);
            }
        }
    }

    /** Whose a folder is: as the model says or, where it no longer has it, as its index does. */
    Optional<String> ownerOf(String folder) {
        return leftovers.contains(folder) ? recordedOwner(folder) : owners.ownerOf(folder);
    }

    private Optional<String> recordedOwner(String folder) {
        Optional<String> owner = recorded.getOrDefault(folder, Optional.empty());
        return owner.isPresent() || owners.isRoot(folder) ? owner : owners.ownerOf(folder);
    }

    /** The kustomization of a whole platform belongs to whoever wrote it first: all, or one tenant alone. */
    private boolean isOthers(String folder) {
        return owners.only().isPresent()
                && owners.isRoot(folder)
                && recorded.containsKey(folder)
                && !owners.mayChange(recordedOwner(folder));
    }

    private void checkListed(String folder, SortedMap<String, Content> wanted) throws IOException {
        for (Map.Entry<String, Content> file : wanted.entrySet()) {
            String path = folder + "/" + file.getKey();
            Content actual = output.peek(path);
            List<String> missing =
                    new ArrayList<>(file.getValue().text().lines().toList());
            Set<String> there = new HashSet<>(
                    actual == null ? List.of() : actual.text().lines().toList());
            missing.removeAll(there);
            if (!missing.isEmpty()) {
                problems.warning(
                        ProblemCode.NOT_LISTED,
                        output.originOf(path),
                        missing.get(0).strip(),
                        "It is not only this tenant's, so it is left alone, and does not say this.",
                        "Generate the whole model, or give the tenant an output folder of its own.");
            }
        }
    }
}
