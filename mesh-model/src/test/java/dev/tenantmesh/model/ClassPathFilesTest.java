package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPathFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_is_found_in_a_jar_that_does_not_list_folders() throws IOException {
        Path jar =
                jar("acme.jar", "acme/b.yaml", "acme/a.yml", "acme/tenants/web.yaml", "acme/notes.txt", "other/c.yaml");

        assertThat(sources(found(jar, "classpath:acme/")))
                .containsExactly("classpath:acme/a.yml", "classpath:acme/b.yaml", "classpath:acme/tenants/web.yaml");
        assertThat(places(found(jar, "classpath:acme"))).containsExactly("a.yml", "b.yaml", "tenants/web.yaml");
    }

    @Test
    void a_folder_of_classes_is_like_a_jar() throws IOException {
        Path classes = classes("acme/b.yaml", "acme/a.yml", "acme/tenants/web.yaml", "acme/notes.txt", "other/c.yaml");

        assertThat(sources(found(classes, "classpath:acme/")))
                .containsExactly("classpath:acme/a.yml", "classpath:acme/b.yaml", "classpath:acme/tenants/web.yaml");
        assertThat(places(found(classes, "classpath:acme/"))).containsExactly("a.yml", "b.yaml", "tenants/web.yaml");
    }

    @Test
    void raw_manifests_are_no_documents() throws IOException {
        Path jar = jar("acme.jar", "acme/manifests/a.yaml", "acme/tenants/manifests/web/b.yaml", "acme/mesh.yaml");

        assertThat(places(found(jar, "classpath:acme/"))).containsExactly("mesh.yaml");
    }

    @Test
    void a_single_file_is_found_by_its_name() throws IOException {
        Path jar = jar("acme.jar", "acme/tenants/web.yaml", "acme/tenants/web.yaml.bak");

        assertThat(places(found(jar, "classpath:acme/tenants/web.yaml"))).containsExactly("web.yaml");
        assertThat(text(found(jar, "classpath:acme/tenants/web.yaml"))).isEqualTo("acme/tenants/web.yaml");
    }

    @Test
    void places_that_overlap_find_a_file_once() throws IOException {
        Path jar = jar("acme.jar", "acme/a.yaml", "acme/tenants/web.yaml");

        ModelFiles.Found found = ClassPathFiles.at(
                List.of("classpath:acme/tenants/web.yaml", "classpath:acme/", "classpath:acme/"), List.of(jar, jar));

        assertThat(problems(found)).isEmpty();
        assertThat(places(found)).containsExactly("a.yaml", "tenants/web.yaml");
    }

    @Test
    void a_folder_of_several_jars_is_all_of_them() throws IOException {
        Path one = jar("one.jar", "acme/a.yaml");
        Path two = jar("two.jar", "acme/b.yaml");

        assertThat(sources(ClassPathFiles.at(List.of("classpath:acme/"), List.of(two, one))))
                .containsExactly("classpath:acme/a.yaml", "classpath:acme/b.yaml");
    }

    @Test
    void a_file_of_two_jars_is_refused_and_no_path_of_this_machine_named() throws IOException {
        Path one = jar("one.jar", "acme/a.yaml");
        Path two = jar("two.jar", "acme/a.yaml");

        assertThat(problems(ClassPathFiles.at(List.of("classpath:acme/"), List.of(two, one))))
                .containsExactly("classpath:acme/a.yaml: MESH0318: It stands in several places: one.jar, two.jar."
                        + " Keep one of them, or give each jar a folder of its own.");
    }

    @Test
    void a_place_without_documents_is_named() throws IOException {
        Path jar = jar("acme.jar", "acme/readme.txt", "acmeplus/a.yaml");

        assertThat(problems(found(jar, "classpath:acme/")))
                .containsExactly("mesh.imports: MESH0317 'classpath:acme/': No jar on the class path holds mesh"
                        + " documents there. Name the jar under the plugin's <dependencies>, or correct the place.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/",
                "classpath:",
                "classpath:/",
                "classpath:/acme/",
                "classpath:../acme",
                "classpath:acme/../../etc",
                "classpath:./acme",
                "classpath:acme//b",
                "classpath:acme\\b",
                "classpath:*.yaml",
                "classpath:acme/é",
                "file:acme"
            })
    void a_place_that_is_none_is_refused(String place) throws IOException {
        assertThat(problems(found(jar("acme.jar", "acme/a.yaml"), place)))
                .singleElement()
                .asString()
                .startsWith("mesh.imports: MESH0313 '");
    }

    @Test
    void a_jar_with_names_that_lead_elsewhere_is_refused() throws IOException {
        Path jar = jar("evil.jar", "acme/../../../etc/passwd.yaml");

        assertThat(problems(found(jar, "classpath:acme/")))
                .containsExactly("evil.jar: MESH0101 'acme/': What the class path holds here cannot be read."
                        + " Build or download the jar anew.");
    }

    @Test
    void a_jar_that_is_none_is_refused_and_other_files_hold_nothing() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        Path pom = Files.writeString(folder.resolve("bom.pom"), "no zip");
        Path missing = folder.resolve("missing.jar");

        assertThat(problems(found(broken, "classpath:acme/")))
                .singleElement()
                .asString()
                .startsWith("broken.jar: MESH0101");
        assertThat(problems(ClassPathFiles.at(List.of("classpath:acme/"), List.of(pom, missing))))
                .singleElement()
                .asString()
                .contains("MESH0317");
    }

    private static ModelFiles.Found found(Path root, String place) {
        return ClassPathFiles.at(List.of(place), List.of(root));
    }

    private static List<String> sources(ModelFiles.Found found) {
        return found.files().stream().map(ModelFiles.ModelFile::source).toList();
    }

    private static List<String> places(ModelFiles.Found found) {
        return found.files().stream().map(ModelFiles.ModelFile::place).toList();
    }

    private static List<String> problems(ModelFiles.Found found) {
        return found.problems().sorted().stream().map(Problem::toString).toList();
    }

    private static String text(ModelFiles.Found found) throws IOException {
        try (InputStream in = found.files().get(0).content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A jar whose every entry says its own name, in the order given. */
    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private Path classes(String... files) throws IOException {
        Path classes = folder.resolve("classes");
        for (String file : Arrays.asList(files)) {
            Files.createDirectories(classes.resolve(file).getParent());
            Files.writeString(classes.resolve(file), file);
        }
        return classes;
    }
}
