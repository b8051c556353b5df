package dev.tenantmesh.report.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.report.Cells;
import dev.tenantmesh.report.Format;
import dev.tenantmesh.report.Json;
import dev.tenantmesh.report.migration.MigrationPlan.Breakage;
import dev.tenantmesh.report.migration.MigrationPlan.Step;
import dev.tenantmesh.report.migration.MigrationPlan.Way;
import java.util.ArrayList;
import java.util.List;

/** A migration as text, Markdown and JSON: where it stands, each step, and who would break by it. */
public final class MigrationReport {

    /** The version of the JSON; a field may be added to it, and none changes its meaning. */
    public static final String VERSION = "tenantmesh.dev/migration/v1";

    private static final List<String> HEAD = List.of("platform", "client", "calls", "port", "would break, since");

    private final MigrationPlan plan;

    public MigrationReport(MigrationPlan plan) {
        this.plan = plan;
    }

    /** The report in one of the formats that tell reasons. */
    public String written(Format format) {
        return switch (format) {
            case MD -> markdown();
            case JSON -> json();
            case TEXT, CSV, DOT, SARIF -> text();
        };
    }

    /** How much there is to do, such as {@code 2 steps, 1 client would break}. */
    public String summary() {
        long steps = plan.ways().stream().mapToLong(way -> way.steps().size()).sum();
        long breaks = plan.breakages();
        return steps
                + (steps == 1 ? " step, " : " steps, ")
                + (breaks == 0
                        ? "nobody would break"
                        : breaks + (breaks == 1 ? " client would break" : " clients would break"));
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        for (Way way : plan.ways()) {
            lines.add(way.name() + ":");
            way.standing().forEach(sentence -> lines.add("  " + sentence));
            way.steps().forEach(step -> {
                lines.add("");
                lines.add("  " + step.name() + ": " + step.title());
                step.todo().forEach(todo -> lines.add("    - " + todo));
                step.breakages().forEach(breakage -> lines.add("    ! " + sentence(breakage)));
                lines.add("    " + step.proof());
                step.open().forEach(open -> lines.add("    ? " + open));
                if (!step.folder().isEmpty()) {
                    lines.add("    Written to " + step.folder());
                }
            });
            lines.add("");
        }
        lines.add(summary());
        return String.join("\n", lines.stream().map(Printable::of).toList()) + "\n";
    }

    private static String sentence(Breakage breakage) {
        return breakage.client() + " would not reach " + breakage.server() + " on " + breakage.ports() + " any more ("
                + breakage.platform() + "): " + breakage.because()
                + (breakage.at().isEmpty() ? "" : " (" + breakage.at() + ")")
                + ". It is permitted by " + breakage.permitted() + ".";
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        for (Way way : plan.ways()) {
            text.append("## ").append(Cells.escaped(way.name())).append("\n\n");
            way.standing()
                    .forEach(sentence -> text.append(Cells.escaped(sentence)).append('\n'));
            int number = 0;
            for (Step step : way.steps()) {
                number++;
                markdown(step, way.inOrder() ? number + ". " : "", text);
            }
            text.append('\n');
        }
        return text.append(summary()).append(".\n").toString();
    }

    private static void markdown(Step step, String number, StringBuilder text) {
        text.append("\n### ")
                .append(number)
                .append(Cells.escaped(step.name()))
                .append("\n\n")
                .append(Cells.escaped(step.title()))
                .append("\n\n");
        step.todo().forEach(todo -> text.append("- ").append(withCode(todo)).append('\n'));
        if (!step.breakages().isEmpty()) {
            text.append('\n')
                    .append(Cells.markdown(
                            HEAD,
                            step.breakages().stream()
                                    .map(breakage -> List.of(
                                            breakage.platform(),
                                            breakage.client(),
                                            breakage.server(),
                                            breakage.ports(),
                                            breakage.because()))
                                    .toList()));
        }
        text.append('\n').append(Cells.escaped(step.proof())).append('\n');
        step.open()
                .forEach(open -> text.append("- ").append(Cells.escaped(open)).append('\n'));
    }

    /** What people write or run stands between backticks. */
    private static String withCode(String todo) {
        return Cells.escaped(todo).replace("\\`", "`");
    }

    private String json() {
        ObjectNode root = Json.object();
        root.put("version", VERSION);
        ArrayNode ways = root.putArray("ways");
        for (Way way : plan.ways()) {
            ObjectNode node = ways.addObject();
            node.put("name", way.name());
            strings(node.putArray("standing"), way.standing());
            node.put("inOrder", way.inOrder());
            ArrayNode steps = node.putArray("steps");
            way.steps().forEach(step -> json(step, steps.addObject()));
        }
        return Json.text(root);
    }

    private static void json(Step step, ObjectNode node) {
        node.put("name", step.name());
        node.put("title", step.title());
        strings(node.putArray("todo"), step.todo());
        ArrayNode breakages = node.putArray("breaks");
        for (Breakage breakage : step.breakages()) {
            breakages
                    .addObject()
                    .put("platform", breakage.platform())
                    .put("client", breakage.client())
                    .put("server", breakage.server())
                    .put("ports", breakage.ports())
                    .put("because", breakage.because())
                    .put("permitted", breakage.permitted())
                    .put("at", breakage.at());
        }
        node.put("proved", step.isProved());
        node.put("proof", step.proof());
        strings(node.putArray("open"), step.open());
        node.put("folder", step.folder());
    }

    private static void strings(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
