package dev.tenantmesh.generator.manifest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.generator.manifest.Samples;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with an output folder {@code deploy}, and what tests do with it. */
abstract class OutputTest {

    /** The one file of most tests. */
    static final String API = "prod/pay/networkpolicy-api.yaml";

    @TempDir
    Path project;

    final Problems problems = new Problems();

    @AfterEach
    void removeTheLock() throws IOException {
        Files.deleteIfExists(OutputLock.fileOf(RootCheck.realPath(output())));
    }

    Path output() {
        return project.resolve("deploy");
    }

    Path file(String path) {
        return output().resolve(path);
    }

    /** Policies by name and port, all in the namespace pay: {@code api=80}. */
    static ManifestSet set(String... policies) {
        return ManifestSet.of(Arrays.stream(policies)
                .map(policy -> policy.split("=", 2))
                .map(parts -> Samples.policy("pay", parts[0], Integer.parseInt(parts[1])))
                .map(policy -> new RenderedObject("prod", policy, "tenant/pay"))
                .toList());
    }

    WriteReport write(ManifestSet set) {
        return ManifestWriter.write(set, output(), WriteScope.inside(project), problems);
    }

    Drift compare(ManifestSet set) {
        return ManifestWriter.compare(set, output(), problems);
    }

    /** A run that is not the one under test. */
    void given(ManifestSet set) {
        Problems own = new Problems();
        ManifestWriter.write(set, output(), WriteScope.inside(project), own);
        own.throwIfErrors();
    }

    void givenFile(String path, String text) throws IOException {
        Files.createDirectories(file(path).getParent());
        Files.writeString(file(path), text);
    }

    void edit(String path) throws IOException {
        Files.writeString(file(path), Files.readString(file(path)) + "# by hand\n");
    }

    List<String> codes() {
        return problems.sorted().stream().map(problem -> problem.code().id()).toList();
    }

    List<String> places() {
        String output = output().toString().replace('\\', '/') + "/";
        return problems.sorted().stream()
                .map(Problem::origin)
                .map(origin -> origin.source().replace(output, ""))
                .toList();
    }

    /** Every path below the project with what stands there. */
    Map<String, String> snapshot() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project, new FileVisitOption[0])) {
            for (Path path : all.toList()) {
                boolean regular = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                found.put(
                        project.relativize(path).toString().replace('\\', '/'),
                        regular ? new String(Files.readAllBytes(path), UTF_8) : "-");
            }
        }
        return found;
    }
}
