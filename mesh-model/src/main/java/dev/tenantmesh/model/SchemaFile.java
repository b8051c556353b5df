package dev.tenantmesh.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The schema as a file beside a model, where editors find it. */
public final class SchemaFile {

    /** The largest file that could be a schema of ours. */
    private static final long LONGEST = 1 << 23;

    /** What happened to the file. */
    public enum Outcome {
        /** There was none. */
        WRITTEN,
        /** There was the schema of another release. */
        REPLACED,
        /** It was there as it should be. */
        UNCHANGED,
        /** Something else is there; nothing was written. */
        REFUSED
    }

    private SchemaFile() {}

    /**
     * Writes the schema; over another file only if that is this schema in some release.
     *
     * @param problems told if something else is there
     * @throws IOException if the disk refuses
     */
    public static Outcome write(Path file, Problems problems) throws IOException {
        String text = MeshSchema.text();
        boolean absent = Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
        String present = absent ? "" : read(file);
        if (present.equals(text)) {
            return Outcome.UNCHANGED;
        }
        if (!absent && !MeshSchema.isOne(present)) {
            problems.error(
                    ProblemCode.FILE_IN_THE_WAY,
                    Origin.ofFile(file.toString().replace('\\', '/')),
                    "",
                    "It is not a schema of mesh documents, and nothing else is written over.",
                    "Move it elsewhere, or name another file by mesh.schema.");
            return Outcome.REFUSED;
        }
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        return absent ? Outcome.WRITTEN : Outcome.REPLACED;
    }

    private static String read(Path file) throws IOException {
        boolean readable = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) < LONGEST;
        return readable
                ? new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8).replace("\r\n", "\n")
                : "";
    }
}
