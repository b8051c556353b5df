package dev.tenantmesh.model.corpus;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of mesh documents, and what a user is told about them. */
record Case(Path folder) {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final String EXPECTED = "expected.txt";

    /** The cases of a folder, sorted by their names. */
    static List<Case> in(String group) {
        try (Stream<Path> folders = Files.list(CASES.resolve(group))) {
            return folders.sorted().map(Case::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** What reading the folder tells, a line each, with paths relative to it. */
    String told() {
        String root = folder.toString().replace('\\', '/') + "/";
        return problems().sorted().stream()
                .map(problem -> line(problem).replace(root, "") + "\n")
                .collect(Collectors.joining());
    }

    private static String line(Problem problem) {
        return problem.severity() + " " + problem;
    }

    Problems problems() {
        try {
            return MeshModel.read(folder).findings();
        } catch (ProblemsException e) {
            return e.problems();
        }
    }

    String expected() throws IOException {
        return Files.readString(folder.resolve(EXPECTED)).replace("\r\n", "\n");
    }

    void refresh(String told) throws IOException {
        Files.writeString(folder.resolve(EXPECTED), told);
    }

    /** Everything in the folder, relative to it and with {@code /}. */
    List<String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
