package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.verifier.question.Explanation;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.relay.Hop;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer to one question: the verdict, and for each way in what every layer made of it. */
public final class ExplanationReport {

    /** The version of the JSON; a field may be added to it, and none changes its meaning. */
    public static final String VERSION = "tenantmesh.dev/explanation/v1";

    private ExplanationReport() {}

    /** The answer in one of the formats that tell reasons. */
    public static String of(Explanation explanation, Format format) {
        return switch (format) {
            case JSON -> json(explanation);
            case MD -> "```text\n" + text(explanation) + "```\n";
            case TEXT, CSV, DOT, SARIF -> text(explanation);
        };
    }

    private static String text(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        text.append(Printable.of(explanation.source().id()))
                .append(" -> ")
                .append(Printable.of(explanation.destination().id()))
                .append(" on ")
                .append(explanation.port())
                .append(": ")
                .append(sentence(explanation.verdict()))
                .append(beside(explanation))
                .append('\n');
        ways(explanation.verdict()).forEach(way -> add(text, way));
        explanation.through().forEach(connection -> add(text, connection));
        return text.append(ConfiguredBlock.text(explanation.configured())).toString();
    }

    /** What is to be said beside the verdict of the connection itself. */
    private static String beside(Explanation explanation) {
        return explanation.through().stream()
                .findFirst()
                .map(surest -> (explanation.verdict().isPossible() ? ", and " : ", but ") + outcome(surest.isOpen())
                        + " through " + Printable.of(through(surest)))
                .orElse("");
    }

    private static String through(RelayedConnection connection) {
        return connection.through().stream().map(Endpoint::id).collect(Collectors.joining(", "));
    }

    private static void add(StringBuilder text, Way way) {
        text.append('\n')
                .append(way.title())
                .append(": ")
                .append(outcome(way.isOpen()))
                .append('\n');
        steps(text, way);
    }

    private static void steps(StringBuilder text, Way way) {
        way.steps()
                .forEach(step ->
                        text.append("  ").append(Printable.of(step.toString())).append('\n'));
    }

    private static void add(StringBuilder text, RelayedConnection connection) {
        text.append('\n')
                .append(Printable.of(
                        "through " + through(connection) + ", asking for " + String.join(", ", connection.hosts())))
                .append(": ")
                .append(outcome(connection.isOpen()))
                .append('\n');
        for (Hop hop : connection.hops()) {
            hop.binding()
                    .ifPresent(binding -> text.append("  ")
                            .append(Printable.of(binding.toString()))
                            .append('\n'));
            text.append(Printable.of(
                            hop.source().id() + " -> " + hop.destination().id() + " on " + hop.ports()))
                    .append(": ")
                    .append(sentence(hop.verdict()))
                    .append('\n');
            ways(hop.verdict()).stream().findFirst().ifPresent(way -> steps(text, way));
        }
    }

    /** Open ways first. */
    private static List<Way> ways(Verdict verdict) {
        List<Way> ways = new ArrayList<>(verdict.ways());
        ways.sort(Comparator.comparing(Way::isOpen).reversed());
        return ways;
    }

    private static String outcome(Truth open) {
        return switch (open) {
            case YES -> "open";
            case MAYBE -> "perhaps open";
            case NO -> "closed";
        };
    }

    /** A verdict in words. */
    static String sentence(Verdict verdict) {
        return switch (verdict.kind()) {
            case DENIED -> "closed";
            case MTLS_ONLY -> "open over mutual TLS only";
            case PLAINTEXT_OK -> "open in plaintext and over mutual TLS";
            case PLAINTEXT_ONLY -> "open in plaintext";
            case UNKNOWN -> "not known";
        };
    }

    private static String json(Explanation explanation) {
        ObjectNode root = Json.object();
        root.put("version", VERSION);
        root.put("source", explanation.source().id());
        root.put("destination", explanation.destination().id());
        root.put("port", explanation.port().toString());
        root.put("verdict", explanation.verdict().kind().name());
        add(root.putArray("ways"), explanation.verdict());
        ArrayNode through = root.putArray("through");
        explanation.through().forEach(connection -> add(through.addObject(), connection));
        ConfiguredBlock.json(root.putArray("configured"), explanation.configured());
        return Json.text(root);
    }

    private static void add(ObjectNode written, RelayedConnection connection) {
        written.put("open", lower(connection.isOpen()));
        ArrayNode hosts = written.putArray("hosts");
        connection.hosts().forEach(hosts::add);
        ArrayNode hops = written.putArray("hops");
        for (Hop hop : connection.hops()) {
            ObjectNode one = hops.addObject();
            one.put("source", hop.source().id());
            one.put("destination", hop.destination().id());
            one.put("ports", hop.ports().toString());
            one.put("verdict", hop.verdict().kind().name());
            hop.binding().ifPresent(binding -> add(one.putObject("route"), binding));
            add(one.putArray("ways"), hop.verdict());
        }
    }

    private static void add(ArrayNode ways, Verdict verdict) {
        for (Way way : ways(verdict)) {
            ObjectNode written = ways.addObject();
            written.put("open", lower(way.isOpen()));
            written.put(
                    "identity", way.identity() == null ? null : way.identity().principal());
            ArrayNode steps = written.putArray("steps");
            way.steps().forEach(step -> add(steps.addObject(), step));
        }
    }

    private static void add(ObjectNode written, Step step) {
        written.put("layer", step.layer().name().toLowerCase(Locale.ROOT));
        written.put("passed", lower(step.passed()));
        written.put("because", step.because());
        if (step.origin() != null) {
            written.put("file", step.origin().source());
            written.put("line", step.origin().line());
        }
    }

    private static String lower(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }
}
