package dev.tenantmesh.generator.manifest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places in which nothing may be written. */
class SafeOutputTest extends OutputTest {

    @TempDir
    Path elsewhere;

    @BeforeEach
    void resolveLinksAboveTheProject() throws IOException {
        project = project.toRealPath();
    }

    @Test
    void refusesTheProjectItself() {
        assertThat(refusal(project, WriteScope.inside(project))).contains("the project's own folder");
    }

    @Test
    void refusesAParentOfTheProject() throws IOException {
        Path module = Files.createDirectories(project.resolve("a/b"));
        assertThat(refusal(project.resolve("a"), WriteScope.inside(module))).contains("the project's own folder");
    }

    @Test
    void refusesAPlaceOutsideTheProject() {
        assertThat(refusal(elsewhere.resolve("deploy"), WriteScope.inside(project)))
                .contains("outside the project");
        assertThat(refusal(project.resolve("a/../../" + elsewhere.getFileName() + "/x"), WriteScope.inside(project)))
                .contains("outside the project");
    }

    @Test
    void acceptsAPlaceOutsideTheProjectWhenAllowed() {
        ManifestWriter.write(set("api=80"), elsewhere.resolve("deploy"), new WriteScope(project, true), problems);

        assertThat(problems.isEmpty()).isTrue();
        assertThat(elsewhere.resolve("deploy").resolve(API)).exists();
    }

    @Test
    void refusesTheRootOfTheFileSystem() {
        assertThat(refusal(project.getRoot(), WriteScope.anywhere())).contains("root of the file system");
    }

    @Test
    void refusesTheHomeFolderAndWhatHoldsIt() {
        Path home = Path.of(System.getProperty("user.home")).toAbsolutePath();
        assertThat(refusal(home, WriteScope.anywhere())).isNotEmpty();
        assertThat(refusal(home.getParent(), WriteScope.anywhere())).isNotEmpty();
    }

    @Test
    void refusesTheTopOfAGitRepository() throws IOException {
        Files.createDirectories(output().resolve(".git"));
        assertThat(refusal(output(), WriteScope.inside(project))).contains("git repository");
    }

    @Test
    void refusesAGitWorktree() throws IOException {
        Files.createDirectories(output());
        Files.writeString(output().resolve(".git"), "gitdir: x");
        assertThat(refusal(output(), WriteScope.inside(project))).contains("git repository");
    }

    @Test
    void refusesAPlaceInsideAGitFolder() throws IOException {
        Files.createDirectories(project.resolve(".git/hooks"));
        assertThat(refusal(project.resolve(".git/hooks"), WriteScope.inside(project)))
                .contains("git repository");
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(output(), "a file");
        assertThat(refusal(output(), WriteScope.inside(project))).contains("MESH0309");
    }

    @Test
    void refusesAnOutputFolderThatIsALink() throws IOException {
        link(output(), Files.createDirectories(project.resolve("real")));
        assertThat(refusal(output(), WriteScope.inside(project)))
                .contains("MESH0302")
                .contains("symbolic link");
    }

    @Test
    void refusesAProjectFolderThatLeadsOutside() throws IOException {
        link(project.resolve("way-out"), elsewhere);
        assertThat(refusal(project.resolve("way-out/deploy"), WriteScope.inside(project)))
                .contains("outside the project");
    }

    @Test
    void followsALinkAboveTheOutputFolder() throws IOException {
        Files.createDirectories(project.resolve("real"));
        link(project.resolve("way"), project.resolve("real"));

        ManifestWriter.write(set("api=80"), project.resolve("way/new/deploy"), WriteScope.inside(project), problems);

        assertThat(problems.isEmpty()).isTrue();
        assertThat(project.resolve("real/new/deploy").resolve(API)).exists();
    }

    @Test
    void refusesALinkInTheWay() throws IOException {
        Files.createDirectories(file("prod"));
        link(file("prod/pay"), elsewhere);

        write(set("api=80"));

        assertThat(codes()).containsExactly("MESH0302");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void refusesALinkInPlaceOfAFileEvenADanglingOne() throws IOException {
        given(set("api=80"));
        Files.delete(file(API));
        link(file(API), elsewhere.resolve("victim.yaml"));

        write(set("api=8080"));

        assertThat(codes()).containsExactly("MESH0302");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void refusesALinkInPlaceOfTheIndex() throws IOException {
        given(set("api=80"));
        Files.move(file("prod/pay/.mesh-index"), elsewhere.resolve("index"));
        link(file("prod/pay/.mesh-index"), elsewhere.resolve("index"));

        write(set());

        assertThat(codes()).containsExactly("MESH0302");
        assertThat(file(API)).exists();
    }

    @Test
    void neverLooksForStaleFilesBehindALink() throws IOException {
        ManifestWriter.write(set("api=80"), elsewhere, WriteScope.anywhere(), problems);
        Files.createDirectories(output());
        link(file("prod"), elsewhere.resolve("prod"));

        write(set());

        assertThat(problems.isEmpty()).isTrue();
        assertThat(elsewhere.resolve(API)).exists();
    }

    @Test
    void refusesAFolderInPlaceOfAFile() throws IOException {
        Files.createDirectories(file(API));
        assertThat(refusal(output(), WriteScope.inside(project))).contains("MESH0309");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        givenFile("prod", "a file");
        assertThat(refusal(output(), WriteScope.inside(project))).contains("MESH0309");
    }

    @Test
    void reportsWhatTheDiskRefuses() throws IOException {
        Files.writeString(project.resolve("file"), "");

        ManifestWriter.write(set("api=80"), project.resolve("file/deploy"), WriteScope.inside(project), problems);
        ManifestWriter.compare(set("api=80"), project.resolve("file/deploy"), problems);

        assertThat(codes()).containsExactly("MESH0311", "MESH0311");
    }

    @Test
    void turnsAwayWhileAnotherWriterIsAtWork() throws IOException {
        Path lock = OutputLock.fileOf(output());
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();
            write(set("api=80"));
        }

        assertThat(codes()).containsExactly("MESH0303");
        assertThat(output()).doesNotExist();
        assertThat(write(set("api=80")).added()).isNotEmpty();
    }

    @Test
    void letsThreadsOfOneBuildWriteOneAfterTheOther() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Problems>> runs = IntStream.range(0, 12)
                    .mapToObj(turn -> threads.submit(() -> run(set("api=" + (80 + turn % 3)))))
                    .toList();
            for (Future<Problems> run : runs) {
                assertThat(run.get().isEmpty()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Problems run(ManifestSet set) {
        Problems found = new Problems();
        ManifestWriter.write(set, output(), WriteScope.inside(project), found);
        return found;
    }

    /** The only problem of a run that must not write. */
    private String refusal(Path output, WriteScope scope) {
        try {
            Map<String, String> before = snapshot();
            Problems found = new Problems();
            assertThat(ManifestWriter.write(set("api=80"), output, scope, found))
                    .isEqualTo(WriteReport.NOTHING);
            assertThat(found.sorted()).hasSize(1);
            assertThat(snapshot()).isEqualTo(before);
            return found.sorted().get(0).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            assumeTrue(false, "this file system has no symbolic links");
        }
    }
}
