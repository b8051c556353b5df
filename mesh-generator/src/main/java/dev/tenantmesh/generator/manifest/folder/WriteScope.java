package dev.tenantmesh.generator.manifest.folder;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the writer may write.
 *
 * @param projectRoot the project's folder: the output must lie inside it; null when there is no project
 * @param allowOutside whether the output may lie outside the project after all
 */
public record WriteScope(@Nullable Path projectRoot, boolean allowOutside) {

    /** Anywhere below a project. */
    public static WriteScope inside(Path projectRoot) {
        return new WriteScope(projectRoot, false);
    }

    /** Any folder that is not refused for other reasons. */
    public static WriteScope anywhere() {
        return new WriteScope(null, true);
    }
}
