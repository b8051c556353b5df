package dev.tenantmesh.verifier.load;

/**
 * How much the loader takes before it gives up with a problem instead of memory.
 *
 * @param files in one run
 * @param fileBytes in one file
 * @param documents in one file
 * @param depth of nesting in one document
 */
public record LoadLimits(int files, int fileBytes, int documents, int depth) {

    /** Far beyond what people write: 200,000 files, 16 MiB and 50,000 documents a file, 64 levels. */
    public static final LoadLimits DEFAULT = new LoadLimits(200_000, 16 << 20, 50_000, 64);
}
