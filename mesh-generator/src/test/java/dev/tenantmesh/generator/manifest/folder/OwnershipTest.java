package dev.tenantmesh.generator.manifest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.RenderedPart;
import dev.tenantmesh.generator.manifest.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owned, edited, foreign, no index, corrupt index; each with a file to add, to change and to remove. */
class OwnershipTest extends OutputTest {

    private static final String INDEX = "prod/pay/.mesh-index";

    @Test
    void writesEverythingIntoAnEmptyPlace() {
        WriteReport report = write(set("api=80", "web=443"));

        assertThat(problems.isEmpty()).isTrue();
        assertThat(report.added())
                .containsExactly(
                        "prod/kustomization.yaml",
                        "prod/pay/kustomization.yaml",
                        API,
                        "prod/pay/networkpolicy-web.yaml");
        assertThat(file(API)).content().isEqualTo(set("api=80").files().get(API).text());
        assertThat(file(INDEX)).content().matches("""
                # .*
                [0-9a-f]{64}  kustomization.yaml
                [0-9a-f]{64}  networkpolicy-api.yaml
                [0-9a-f]{64}  networkpolicy-web.yaml
                """);
    }

    @Test
    void touchesNothingTheSecondTime() throws IOException {
        given(set("api=80"));
        FileTime old = FileTime.from(Instant.ofEpochSecond(1_000_000));
        Files.setLastModifiedTime(file(API), old);
        Files.setLastModifiedTime(file(INDEX), old);

        WriteReport report = write(set("api=80"));

        assertThat(report.isUnchanged()).isTrue();
        assertThat(report.unchanged()).isEqualTo(3);
        assertThat(Files.getLastModifiedTime(file(API))).isEqualTo(old);
        assertThat(Files.getLastModifiedTime(file(INDEX))).isEqualTo(old);
    }

    @Test
    void writesOnlyWhatChanged() throws IOException {
        given(set("api=80", "web=443"));
        FileTime old = FileTime.from(Instant.ofEpochSecond(1_000_000));
        Files.setLastModifiedTime(file("prod/pay/networkpolicy-web.yaml"), old);

        WriteReport report = write(set("api=8080", "web=443"));

        assertThat(report.isUnchanged()).isFalse();
        assertThat(report.changed()).containsExactly(API);
        assertThat(file(API)).content().contains("port: 8080");
        assertThat(Files.getLastModifiedTime(file("prod/pay/networkpolicy-web.yaml")))
                .isEqualTo(old);
    }

    @Test
    void removesWhatTheModelNoLongerHas() {
        given(set("api=80", "web=443"));

        WriteReport report = write(set("api=80"));

        assertThat(report.removed()).containsExactly("prod/pay/networkpolicy-web.yaml");
        assertThat(report.changed()).containsExactly("prod/pay/kustomization.yaml");
        assertThat(file("prod/pay/networkpolicy-web.yaml")).doesNotExist();
        assertThat(file(INDEX)).content().doesNotContain("web");
    }

    @Test
    void removesComponentsThatTheModelNoLongerHas() {
        RenderedPart part = new RenderedPart(
                "prod",
                List.of("pay", "pay-prod", "patches"),
                "service-api.yaml",
                "tenant/pay",
                Map.of("kind", "Service"));
        given(ManifestSet.of(List.of(part)));
        assertThat(file("prod/_components/pay/pay-prod/patches/.mesh-index")).exists();

        WriteReport report = write(set());

        assertThat(report.removed()).containsExactly("prod/_components/pay/pay-prod/patches/service-api.yaml");
        assertThat(file("prod")).doesNotExist();
    }

    @Test
    void removesFoldersThatBecameEmptyButNeverTheOutputFolder() {
        given(set("api=80"));

        WriteReport report = write(set());

        assertThat(report.removed()).containsExactly("prod/kustomization.yaml", "prod/pay/kustomization.yaml", API);
        assertThat(output()).isEmptyDirectory();
    }

    @Test
    void countsCarriageReturnsOfACheckoutAsUnchanged() throws IOException {
        given(set("api=80", "web=443"));
        for (String path : List.of(API, INDEX, "prod/pay/networkpolicy-web.yaml")) {
            Files.writeString(file(path), Files.readString(file(path)).replace("\n", "\r\n"));
        }
        String checkedOut = Files.readString(file(API));

        assertThat(compare(set("api=80", "web=443")).isClean()).isTrue();
        WriteReport report = write(set("api=80"));

        assertThat(problems.isEmpty()).isTrue();
        assertThat(report.removed()).containsExactly("prod/pay/networkpolicy-web.yaml");
        assertThat(file(API)).content().isEqualTo(checkedOut);
    }

    @Test
    void refusesToReplaceAnEditedFile() throws IOException {
        given(set("api=80", "web=443"));
        edit(API);
        Map<String, String> before = snapshot();

        WriteReport report = write(set("api=8080", "web=8443", "new=1"));

        assertThat(codes()).containsExactly("MESH0308");
        assertThat(places()).containsExactly(API);
        assertThat(report).isEqualTo(WriteReport.NOTHING);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void refusesToUndoAnEditEvenWhenTheModelIsAsBefore() throws IOException {
        given(set("api=80"));
        edit(API);

        write(set("api=80"));

        assertThat(codes()).containsExactly("MESH0308");
    }

    @Test
    void takesOverAnEditThatSaysWhatTheModelSays() throws IOException {
        given(set("api=80"));
        Files.writeString(file(API), Files.readString(file(API)).replace("port: 80", "port: 8080"));

        WriteReport report = write(set("api=8080"));

        assertThat(problems.isEmpty()).isTrue();
        assertThat(report.changed()).containsExactly(INDEX);
        assertThat(write(set("api=9090")).changed()).containsExactly(API);
    }

    @Test
    void acceptsTheGeneratedFileWhenTheEditedOneIsDeleted() throws IOException {
        given(set("api=80"));
        Files.delete(file(API));

        assertThat(write(set("api=8080")).added()).containsExactly(API);
    }

    @Test
    void leavesAnEditedFileThatTheModelNoLongerHas() throws IOException {
        given(set("api=80", "web=443"));
        edit("prod/pay/networkpolicy-web.yaml");

        WriteReport report = write(set("api=80"));

        assertThat(problems.hasErrors()).isFalse();
        assertThat(codes()).containsExactly("MESH0308");
        assertThat(report.kept()).containsOnlyKeys("prod/pay/networkpolicy-web.yaml");
        assertThat(file("prod/pay/networkpolicy-web.yaml")).exists();
        assertThat(write(set("api=80")).kept()).containsOnlyKeys("prod/pay/networkpolicy-web.yaml");
    }

    @Test
    void leavesForeignFilesAndTheirFolders() throws IOException {
        given(set("api=80"));
        givenFile("prod/pay/notes.txt", "mine");
        givenFile("prod/pay/deeper/notes.txt", "mine");
        givenFile("README.md", "mine");

        WriteReport report = write(set());

        assertThat(report.kept()).containsOnlyKeys("prod/pay/notes.txt");
        assertThat(snapshot())
                .containsOnlyKeys(
                        "",
                        "deploy",
                        "deploy/README.md",
                        "deploy/prod",
                        "deploy/prod/pay",
                        "deploy/prod/pay/deeper",
                        "deploy/prod/pay/deeper/notes.txt",
                        "deploy/prod/pay/notes.txt");
    }

    @Test
    void refusesToReplaceAForeignFile() throws IOException {
        givenFile(API, "mine");
        Map<String, String> before = snapshot();

        write(set("api=80", "web=443"));

        assertThat(codes()).containsExactly("MESH0309");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void takesOverAFileWithoutIndexThatSaysWhatTheModelSays() throws IOException {
        given(set("api=80"));
        Files.delete(file(INDEX));

        WriteReport report = write(set("api=80"));

        assertThat(report.added()).containsExactly(INDEX);
        assertThat(report.changed()).isEmpty();
    }

    @Test
    void removesNothingWithoutAnIndex() throws IOException {
        given(set("api=80", "web=443"));
        Files.delete(file(INDEX));
        givenFile(
                "prod/pay/kustomization.yaml",
                set("api=80").files().get("prod/pay/kustomization.yaml").text());

        WriteReport report = write(set("api=80"));

        assertThat(report.removed()).isEmpty();
        assertThat(report.kept()).containsOnlyKeys("prod/pay/networkpolicy-web.yaml");
    }

    @Test
    void refusesToReplaceFilesWithoutAnIndex() throws IOException {
        given(set("api=80"));
        Files.delete(file(INDEX));

        write(set("api=8080"));

        assertThat(codes()).containsExactly("MESH0309");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no title\n",
                TITLE + "<<<<<<< HEAD\n",
                TITLE + "abc  a.yaml\n",
                TITLE + HASH + "  ../a.yaml\n",
                TITLE + HASH + "  /etc/a.yaml\n",
                TITLE + HASH + "  ..\n",
                TITLE + HASH + "  .mesh-index\n",
                TITLE + HASH + " a.yaml\n",
                TITLE + HASH + "  a.yaml\n" + HASH + "  a.yaml\n",
                TITLE + "\n",
                "# Files that Tenant Mesh generated in prod/shop, with the SHA-256 of each.\n",
                TITLE + HASH + "  a.ya",
            })
    void removesNothingWithACorruptIndex(String index) throws IOException {
        given(set("api=80", "web=443"));
        Files.writeString(file(INDEX), index);
        Map<String, String> before = snapshot();

        write(set("api=8080"));

        assertThat(codes()).containsExactly("MESH0310");
        assertThat(places()).containsExactly(INDEX);
        assertThat(snapshot()).isEqualTo(before);
    }

    private static final String TITLE = "# Files that Tenant Mesh generated in prod/pay, with the SHA-256 of each.\n";
    private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @Test
    void removesNothingFromACopyOfAFolder() throws IOException {
        given(set("api=80"));
        for (String name : List.of(".mesh-index", "kustomization.yaml", "networkpolicy-api.yaml")) {
            givenFile("prod/copy/" + name, Files.readString(file("prod/pay/" + name)));
        }
        Map<String, String> before = snapshot();

        write(set("api=80"));

        assertThat(codes()).containsExactly("MESH0310");
        assertThat(places()).containsExactly("prod/copy/.mesh-index");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void putsEverythingBackWhenAFileCannotBeWritten() throws IOException {
        given(set("api=80", "web=443"));
        Files.createDirectories(file("prod/shop/.mesh-tmp/in-the-way"));
        Map<String, String> before = snapshot();

        WriteReport report = write(ManifestSet.of(List.of(
                Samples.prod(Samples.policy("pay", "api", 8080)), Samples.prod(Samples.policy("shop", "a", 1)))));

        assertThat(codes()).containsExactly("MESH0311");
        assertThat(report).isEqualTo(WriteReport.NOTHING);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void looksForNoIndexInTheOutputFolderItself() throws IOException {
        givenFile(".mesh-index", "mine");

        write(set("api=80"));

        assertThat(problems.isEmpty()).isTrue();
        assertThat(file(".mesh-index")).hasContent("mine");
    }

    @Test
    void findsStaleFoldersByTheirIndex() {
        given(set("api=80"));
        ManifestSet elsewhere = ManifestSet.of(List.of(Samples.prod(Samples.policy("shop", "a", 1))));

        WriteReport report = write(elsewhere);

        assertThat(report.removed()).containsExactly("prod/pay/kustomization.yaml", API);
        assertThat(file("prod/pay")).doesNotExist();
        assertThat(file("prod/shop/networkpolicy-a.yaml")).exists();
    }

    @Test
    void forgetsAStaleFileThatSomebodyDeleted() throws IOException {
        given(set("api=80", "web=443"));
        Files.delete(file("prod/pay/networkpolicy-web.yaml"));

        assertThat(write(set("api=80")).removed()).isEmpty();
        assertThat(file(INDEX)).content().doesNotContain("web");
        assertThat(compare(set("api=80")).isClean()).isTrue();
    }
}
