package dev.tenantmesh.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where what a goal has to say goes.
 *
 * @param file the file; null: it is printed
 */
record Answer(@Nullable File file) {

    void give(String given, Report report) throws IOException {
        String text = report.shown(given);
        if (file == null) {
            text.lines().forEach(report::info);
            return;
        }
        Path path = file.toPath().toAbsolutePath().normalize();
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
        report.info(report.shown(path) + ": written");
    }
}
