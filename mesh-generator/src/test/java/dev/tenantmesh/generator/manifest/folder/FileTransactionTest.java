package dev.tenantmesh.generator.manifest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantmesh.generator.manifest.Progress;
import dev.tenantmesh.generator.manifest.folder.FileTransaction.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileTransactionTest extends OutputTest {

    private final List<Change> changes = new ArrayList<>();

    /** One file to replace, one to delete, one to add in a new folder. */
    @BeforeEach
    void threeChanges() throws IOException {
        givenFile("a/replaced.yaml", "old\r\n");
        givenFile("b/deleted.yaml", "old");
        change("a/replaced.yaml", "old\r\n", "new");
        change("b/deleted.yaml", "old", null);
        change("c/d/added.yaml", null, "new");
    }

    @Test
    void makesAllChanges() throws IOException {
        FileTransaction.apply(output(), changes, Progress.SILENT);

        assertThat(snapshot())
                .isEqualTo(Map.of(
                        "", "-",
                        "deploy", "-",
                        "deploy/a", "-",
                        "deploy/a/replaced.yaml", "new",
                        "deploy/c", "-",
                        "deploy/c/d", "-",
                        "deploy/c/d/added.yaml", "new"));
    }

    @Test
    void putsEverythingBackWhenAFolderStandsInTheWay() throws IOException {
        Files.createDirectories(file("e/folder.yaml/full"));
        change("e/folder.yaml", null, "new");

        assertNothingIsMade();
    }

    @Test
    void putsEverythingBackWhenAFileStandsWhereAFolderBelongs() throws IOException {
        givenFile("file", "mine");
        change("file/x.yaml", null, "new");

        assertNothingIsMade();
    }

    @Test
    void putsEverythingBackWhenSomeoneElseWroteMeanwhile() throws IOException {
        givenFile("e/raced.yaml", "theirs");
        change("e/raced.yaml", "ours", "new");

        assertNothingIsMade();
    }

    @Test
    void putsEverythingBackWhenSomeoneElseAddedAFileMeanwhile() throws IOException {
        givenFile("e/raced.yaml", "theirs");
        change("e/raced.yaml", null, "new");

        assertNothingIsMade();
    }

    @Test
    void putsEverythingBackWhenAFileToDeleteIsGone() throws IOException {
        change("e/gone.yaml", "old", null);

        assertNothingIsMade();
    }

    @Test
    void sweepsAwayATemporaryFileThatAKilledRunLeft() throws IOException {
        givenFile("a/.mesh-tmp", "half");

        FileTransaction.apply(output(), changes, Progress.SILENT);

        assertThat(file("a/.mesh-tmp")).doesNotExist();
        assertThat(file("a/replaced.yaml")).hasContent("new");
    }

    @Test
    void keepsAFolderThatIsStillInUse() throws IOException {
        givenFile("b/foreign.txt", "mine");

        FileTransaction.apply(output(), changes, Progress.SILENT);

        assertThat(file("b/foreign.txt")).exists();
    }

    private void assertNothingIsMade() throws IOException {
        Map<String, String> before = snapshot();

        assertThatThrownBy(() -> FileTransaction.apply(output(), changes, Progress.SILENT))
                .isInstanceOf(IOException.class)
                .hasNoSuppressedExceptions();

        assertThat(snapshot()).isEqualTo(before);
    }

    private void change(String path, String before, String after) {
        Path place = file(path);
        changes.add(new Change(
                place, before == null ? null : Content.of(before), after == null ? null : Content.of(after)));
    }
}
