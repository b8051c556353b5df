package dev.tenantmesh.generator.manifest.folder;

import org.jspecify.annotations.Nullable;

/**
 * One file of the output folder, as it is against as it should be.
 *
 * @param folder the folder it is in, below the output folder
 * @param name its name
 * @param state what follows from the two
 * @param actual what stands there; null when nothing does
 * @param wanted what should stand there; null when nothing should
 */
record Finding(
        String folder,
        String name,
        State state,
        @Nullable Content actual,
        @Nullable Content wanted) {

    /** What is to be done about a file. */
    enum State {
        /** It says what it should. */
        SAME,
        /** It is missing. */
        ADDED,
        /** It is ours, unedited, and should say something else. */
        CHANGED,
        /** It is ours, unedited, and should not be there any more. */
        STALE,
        /** It is not ours, and nothing of ours belongs there. */
        FOREIGN,
        /** It is not ours, and something of ours belongs there. */
        IN_THE_WAY,
        /** It was ours, was edited, and should say something else. */
        EDITED,
        /** It was ours, was edited, and should not be there any more. */
        EDITED_STALE
    }

    String path() {
        return folder + "/" + name;
    }

    boolean isIndex() {
        return name.equals(FolderIndex.FILE);
    }

    /** Whether the writer is to touch it. */
    boolean isChange() {
        return switch (state) {
            case ADDED, CHANGED, STALE -> true;
            case SAME, FOREIGN, IN_THE_WAY, EDITED, EDITED_STALE -> false;
        };
    }
}
