package dev.tenantmesh.verifier.diff.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.diff.Change;
import dev.tenantmesh.verifier.diff.Edge;
import dev.tenantmesh.verifier.diff.End;
import dev.tenantmesh.verifier.diff.MeshDiff;
import dev.tenantmesh.verifier.diff.PortSet;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\\R((?:(?!```).)*?)```(?:(?!```).)*?```text\\R(.*?)\\R```", Pattern.DOTALL);
    private static final String APPROVAL = """
            approvals:
              - {from: red, to: blue/api, ports: [tcp/8080], how: plaintext, owner: paint, reason: old tills, expires: 2026-12-31}
            """;

    private final Problems problems = new Problems();

    @Test
    void an_approval_covers_its_ports_and_leaves_the_others_open() {
        // When
        Review review = review(APPROVAL, DAY);

        // Then
        assertThat(review.approved())
                .singleElement()
                .satisfies(one -> assertThat(one.change().ports()).hasToString("TCP 8080"));
        assertThat(review.open())
                .singleElement()
                .satisfies(change -> assertThat(change.ports()).hasToString("TCP 8081"));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void an_approval_holds_on_its_last_day_and_not_on_the_next() {
        // Then
        assertThat(review(APPROVAL, LocalDate.of(2026, 12, 31)).approved()).hasSize(1);
        assertThat(review(APPROVAL, LocalDate.of(2027, 1, 1)).approved()).isEmpty();
        assertThat(codes()).containsExactly(ProblemCode.APPROVAL_EXPIRY);
    }

    @Test
    void without_a_day_nobody_checks_and_that_is_said() {
        // When
        Review review = review(APPROVAL, null);

        // Then
        assertThat(review.approved()).hasSize(1);
        assertThat(problems.sorted().toString()).contains("Expiry not checked");
    }

    @Test
    void an_approval_of_another_way_is_reported_as_unused() {
        // When
        Review review = review(APPROVAL.replace("how: plaintext", "how: mtls"), DAY);

        // Then
        assertThat(review.approved()).isEmpty();
        assertThat(codes()).containsExactly(ProblemCode.APPROVAL_UNUSED);
    }

    @Test
    void a_whole_namespace_and_any_port_can_be_approved() {
        // When
        Review review = review(APPROVAL.replace("blue/api", "blue/*").replace("[tcp/8080]", "any"), DAY);

        // Then
        assertThat(review.open()).isEmpty();
    }

    @Test
    void what_is_no_approval_is_refused_where_it_stands() {
        // Given
        String written = """
                approvals:
                  - from: red
                    too: blue
                    ports: [tcp/0]
                    how: plaintext
                    owner: paint
                    reason: old tills
                    expires: tomorrow
                """;

        // When
        List<Approval> approvals = ApprovalReader.read("approvals.yaml", written, problems);

        // Then
        assertThat(approvals).isEmpty();
        assertThat(problems.sorted().stream().map(Problem::toString))
                .anyMatch(line ->
                        line.startsWith("approvals.yaml:3:5: MESH0491 'too'") && line.contains("Did you mean 'to'?"))
                .anyMatch(line -> line.startsWith("approvals.yaml:4:13: MESH0491 'tcp/0'"))
                .anyMatch(line -> line.startsWith("approvals.yaml:8:14: MESH0491 'tomorrow'"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            names = {"APPROVAL_INVALID", "APPROVAL_UNUSED", "APPROVAL_EXPIRY"})
    void a_page_says_what_is_printed_for_its_example(ProblemCode code) throws IOException {
        // Given
        String page = Files.readString(Path.of("..", "docs", "problems", code.id() + ".md"));
        Matcher example = EXAMPLE.matcher(page);
        assertThat(example.find()).isTrue();

        // When
        List<Approval> approvals = ApprovalReader.read("approvals.yaml", example.group(1), problems);
        Review.of(widening(), approvals, LocalDate.of(2027, 2, 1), problems);

        // Then
        assertThat(problems.sorted().stream().map(Problem::toString))
                .containsExactlyElementsOf(example.group(2).lines().toList());
        assertThat(codes()).containsOnly(code);
    }

    private List<ProblemCode> codes() {
        return problems.sorted().stream().map(Problem::code).toList();
    }

    private Review review(String approvals, @Nullable LocalDate asOf) {
        return Review.of(widening(), ApprovalReader.read("approvals.yaml", approvals, problems), asOf, problems);
    }

    private static MeshDiff widening() {
        End client = new End(End.Kind.POD, "red", "red", "red/client", null);
        End api = new End(End.Kind.POD, "blue", "blue", "blue/api", null);
        Edge edge = new Edge(Edge.Topic.CONNECTION, client, api, Edge.PLAINTEXT, "");
        PortSet ports = PortSet.of(List.of(new PortRange(Port.Protocol.TCP, 8080, 8081)));
        Change change = new Change(Change.Kind.GAINED, edge, ports, new TreeSet<>());
        return new MeshDiff(List.of(change), List.of(), new TreeSet<>(), new TreeSet<>());
    }
}
