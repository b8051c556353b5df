package dev.tenantmesh.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingsReportTest {

    private final Problems problems = new Problems();

    @BeforeEach
    void given_findings() {
        String why = "The port is open.";
        problems.warning(ProblemCode.SERVICE_EXPOSED, new Origin("b dir/#1.yaml", 7, 3), "NodePort", why, "Close it.");
        problems.warning(ProblemCode.SERVICE_EXPOSED, new Origin("a.yaml", 4, 8), "NodePort", why, "Close it.");
        problems.info(ProblemCode.NOT_A_MANIFEST, Origin.ofFile("values.yaml"), "", "It has no kind.", "Look.");
        problems.error(
                ProblemCode.DRY_RUN, new Origin("z.yaml", 2, 1), "pretend | \u202e", "It only pretends.", "Mean it.");
    }

    @Test
    void the_worst_stands_first_and_a_cause_stands_once() {
        // When
        String text = FindingsReport.of(problems.sorted()).written(Format.TEXT);

        // Then
        assertThat(text).isEqualTo("""
                error: z.yaml:2:1: MESH0420 'pretend | \\u{202e}': It only pretends. Mean it.
                warning: a.yaml:4:8: MESH0453 'NodePort': The port is open. Close it. (and 1 more place)
                info: values.yaml: MESH0401: It has no kind. Look.
                1 error, 1 warning, 1 info at 4 places
                """);
    }

    @Test
    void a_table_keeps_what_a_cell_holds_in_it() {
        // When
        String table = FindingsReport.of(problems.sorted()).written(Format.MD);

        // Then
        assertThat(table.lines().toList().get(2)).contains("| error | MESH0420 |", "pretend \\|");
        assertThat(FindingsReport.of(problems.sorted()).written(Format.CSV).lines())
                .hasSize(4);
    }

    @Test
    void json_lists_every_place_of_a_cause() throws IOException {
        // When
        JsonNode json =
                new ObjectMapper().readTree(FindingsReport.of(problems.sorted()).written(Format.JSON));

        // Then
        assertThat(json.path("version").asText()).isEqualTo(FindingsReport.VERSION);
        JsonNode warning = json.path("findings").path(1);
        assertThat(warning.path("code").asText()).isEqualTo("MESH0453");
        assertThat(warning.path("severity").asText()).isEqualTo("warning");
        assertThat(warning.path("places").findValuesAsText("file")).containsExactly("a.yaml", "b dir/#1.yaml");
        assertThat(warning.path("places").path(0).path("line").asInt()).isEqualTo(4);
    }

    @Test
    void a_build_fails_by_errors_and_where_asked_by_warnings() {
        // Given
        FindingsReport report = FindingsReport.of(problems.sorted());

        // Then
        assertThat(report.failure(false)).contains("1 error at 1 place. See docs/problems/MESH0420.md");
        assertThat(report.failure(true))
                .contains("1 error, 1 warning at 3 places, and mesh.strict is set. See docs/problems/MESH0420.md,"
                        + " MESH0453.md");
        assertThat(FindingsReport.of(new Problems().sorted()).failure(true)).isEmpty();
        assertThat(FindingsReport.of(new Problems().sorted()).written(Format.TEXT))
                .isEqualTo("no findings\n");
    }

    /** The properties that the schema of SARIF 2.1.0 requires of what is written here, and the forms it gives them. */
    @Test
    void sarif_has_what_its_schema_requires() throws IOException {
        // When
        JsonNode log =
                new ObjectMapper().readTree(FindingsReport.of(problems.sorted()).written(Format.SARIF));

        // Then
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        assertThat(log.path("$schema").asText()).endsWith("sarif-2.1.0.json");
        assertThat(log.path("runs")).hasSize(1);
        JsonNode run = log.path("runs").path(0);
        assertThat(run.path("columnKind").asText()).isIn("utf16CodeUnits", "unicodeCodePoints");
        JsonNode driver = run.path("tool").path("driver");
        assertThat(driver.path("name").asText()).isNotEmpty();
        assertThat(driver.path("rules")).hasSize(3).allSatisfy(rule -> {
            assertThat(rule.path("id").asText()).matches("MESH[0-9]{4}");
            assertThat(rule.path("shortDescription").path("text").asText()).endsWith(".");
            assertThat(rule.path("helpUri").asText())
                    .isEqualTo(
                            "https://tenantmesh.dev/problems/" + rule.path("id").asText());
        });
        assertThat(run.path("results")).hasSize(4).allSatisfy(result -> {
            JsonNode rule = driver.path("rules").path(result.path("ruleIndex").asInt(-1));
            assertThat(rule.path("id").asText()).isEqualTo(result.path("ruleId").asText());
            assertThat(result.path("level").asText()).isIn("none", "note", "warning", "error");
            assertThat(result.path("message").path("text").asText()).isNotEmpty();
            JsonNode physical = result.path("locations").path(0).path("physicalLocation");
            assertThat(physical.path("artifactLocation").path("uri").asText())
                    .matches("([A-Za-z0-9._~/-]|%[0-9A-F]{2})+");
            if (physical.has("region")) {
                assertThat(physical.path("region").path("startLine").asInt()).isPositive();
                assertThat(physical.path("region").path("startColumn").asInt()).isPositive();
            }
        });
        assertThat(run.path("results").findValuesAsText("uri"))
                .containsExactly("a.yaml", "b%20dir/%231.yaml", "values.yaml", "z.yaml");
    }
}
