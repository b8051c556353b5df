package dev.tenantmesh.generator.starter;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes files where none are: all of them, or none and a problem for each that is in the way. */
final class NewFiles {

    private NewFiles() {}

    static List<Path> write(SortedMap<Path, String> texts, Problems problems) throws IOException {
        List<Path> taken = texts.keySet().stream()
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
        taken.forEach(file -> problems.error(
                ProblemCode.FILE_IN_THE_WAY,
                Origin.ofFile(file.toString().replace('\\', '/')),
                "",
                "It is there already, and nothing is written over it.",
                "Move it elsewhere, or name another folder by mesh.model."));
        return taken.isEmpty() ? create(texts) : List.of();
    }

    private static List<Path> create(SortedMap<Path, String> texts) throws IOException {
        List<Path> created = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> file : texts.entrySet()) {
                Files.createDirectories(file.getKey().resolveSibling(""));
                Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
                created.add(file.getKey());
            }
        } catch (IOException failed) {
            for (Path file : created) {
                Files.deleteIfExists(file);
            }
            throw failed;
        }
        return created;
    }
}
