package dev.tenantmesh.verifier.load;

import java.nio.file.Path;

/**
 * What the loader is told, and how much it takes before it gives up with a problem instead of memory.
 *
 * @param base the folder that files are named from, in problems and answers; empty: as they were given
 * @param defaultNamespace for objects that name none; empty: that is a mistake
 * @param files in one run
 * @param fileBytes in one file
 * @param documents in one file
 * @param depth of nesting in one document
 */
public record LoadOptions(Path base, String defaultNamespace, int files, int fileBytes, int documents, int depth) {

    /** Far beyond what people write: 200,000 files, 16 MiB and 50,000 documents a file, 64 levels. */
    public static final LoadOptions DEFAULT = new LoadOptions(Path.of(""), "", 200_000, 16 << 20, 50_000, 64);

    /** The same with a namespace for objects that name none. */
    public LoadOptions inNamespace(String name) {
        return new LoadOptions(base, name, files, fileBytes, documents, depth);
    }

    /** The same with files named from a folder, so that answers are the same on every machine. */
    public LoadOptions namedFrom(Path folder) {
        return new LoadOptions(folder, defaultNamespace, files, fileBytes, documents, depth);
    }
}
