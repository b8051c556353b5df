package dev.tenantmesh.generator.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this run rewrites what is committed instead of complaining: {@code -Dmesh.refresh=true}. */
final class Refresh {

    static final boolean WANTED = Boolean.getBoolean("mesh.refresh");

    private Refresh() {}

    /** Makes a file say this; an empty text needs no file. */
    static void write(Path file, String text) throws IOException {
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
