package dev.tenantmesh.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.SchemaFile.Outcome;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFileTest {

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void is_written_once() throws IOException {
        Path file = folder.resolve("new/schema.json");

        assertThat(SchemaFile.write(file, problems)).isEqualTo(Outcome.WRITTEN);
        assertThat(SchemaFile.write(file, problems)).isEqualTo(Outcome.UNCHANGED);
        assertThat(file).hasContent(MeshSchema.text());
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void takes_the_place_of_an_older_one() throws IOException {
        Path file = folder.resolve("schema.json");
        Files.writeString(file, MeshSchema.text().replace("integer", "number"));

        assertThat(SchemaFile.write(file, problems)).isEqualTo(Outcome.REPLACED);
        assertThat(file).hasContent(MeshSchema.text());
    }

    @Test
    void is_unchanged_by_the_line_ends_of_another_system() throws IOException {
        Path file = folder.resolve("schema.json");
        Files.writeString(file, MeshSchema.text().replace("\n", "\r\n"));

        assertThat(SchemaFile.write(file, problems)).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void never_takes_the_place_of_anything_else() throws IOException {
        Path file = folder.resolve("schema.json");
        Files.write(file, new byte[] {'{', (byte) 0xFF, '}'});

        assertThat(SchemaFile.write(file, problems)).isEqualTo(Outcome.REFUSED);
        assertThat(SchemaFile.write(Files.createDirectory(folder.resolve("folder")), problems))
                .isEqualTo(Outcome.REFUSED);
        assertThat(problems.sorted()).hasSize(2).allMatch(problem -> problem.code() == ProblemCode.FILE_IN_THE_WAY);
        assertThat(Files.readAllBytes(file)).containsExactly('{', 0xFF, '}');
    }
}
