package dev.tenantmesh.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.report.migration.MigrationPlan;
import dev.tenantmesh.report.migration.MigrationPlan.Breakage;
import dev.tenantmesh.report.migration.MigrationPlan.Step;
import dev.tenantmesh.report.migration.MigrationPlan.Way;
import dev.tenantmesh.report.migration.MigrationReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationReportTest {

    static MigrationReport report() {
        Breakage breakage = new Breakage(
                "prod",
                "jobs/importer",
                "stock/inventory",
                "TCP 8080",
                "it has no proxy",
                "inventory",
                "jobs.yaml:3:1");
        Step lock = new Step(
                "retail-lock-stock",
                "Lock namespace stock.",
                List.of("Mesh retail: write `strict: [stock]`."),
                List.of(breakage),
                "Not proved:",
                List.of("prod: no-plaintext/stock is broken: a | b"),
                "target/mesh-migration/retail-lock-stock");
        return new MigrationReport(
                new MigrationPlan(List.of(new Way("Mesh retail", List.of("It is on its way."), true, List.of(lock)))));
    }

    @Test
    void says_as_text_who_would_break_and_what_is_not_proved() {
        assertThat(report().written(Format.TEXT)).isEqualTo("""
                        Mesh retail:
                          It is on its way.

                          retail-lock-stock: Lock namespace stock.
                            - Mesh retail: write `strict: [stock]`.
                            ! jobs/importer would not reach stock/inventory on TCP 8080 any more (prod): it has no proxy (jobs.yaml:3:1). It is permitted by inventory.
                            Not proved:
                            ? prod: no-plaintext/stock is broken: a | b
                            Written to target/mesh-migration/retail-lock-stock

                        1 step, 1 client would break
                        """);
    }

    @Test
    void numbers_steps_in_order_and_keeps_tables_whole_as_markdown() {
        assertThat(report().written(Format.MD))
                .contains(
                        "### 1. retail-lock-stock",
                        "- Mesh retail: write `strict: [stock]`.",
                        "| prod | jobs/importer | stock/inventory | TCP 8080 | it has no proxy |",
                        "a \\| b");
    }
}
