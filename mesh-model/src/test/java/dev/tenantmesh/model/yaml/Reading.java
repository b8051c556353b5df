package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One reading of one file {@code m.yaml}, with all that came of it. */
final class Reading {

    final Problems problems = new Problems();
    final Origins origins = new Origins();
    final List<MappingNode> documents;

    private Reading(byte[] content) {
        this.documents = DocumentReader.read("m.yaml", content, problems);
    }

    static Reading of(byte[] content) {
        return new Reading(content);
    }

    static Reading of(String... lines) {
        return of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** What a user is told about a file. */
    static List<String> messages(String... lines) {
        return of(lines).messages();
    }

    /** What a user is told about a file with one {@link Team}. */
    static List<String> teamMessages(String... lines) {
        Reading reading = of(lines);
        reading.bind(Team.class);
        return reading.messages();
    }

    static Team team(String... lines) {
        Reading reading = of(lines);
        Team team = reading.bind(Team.class);
        return Objects.requireNonNull(team, () -> reading.messages().toString());
    }

    <R extends Record> @Nullable R bind(Class<R> type) {
        RecordBinder binder = new RecordBinder(problems, origins);
        return documents.stream().map(node -> binder.bind(node, type)).toList().get(0);
    }

    List<String> messages() {
        return problems.sorted().stream().map(Problem::toString).toList();
    }
}
