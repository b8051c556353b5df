package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.verifier.question.Explanation;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
                .append('\n');
        for (Way way : ways(explanation.verdict())) {
            text.append('\n')
                    .append(way.title())
                    .append(": ")
                    .append(outcome(way))
                    .append('\n');
            way.steps()
                    .forEach(step -> text.append("  ")
                            .append(Printable.of(step.toString()))
                            .append('\n'));
        }
        return text.toString();
    }

    /** Open ways first. */
    private static List<Way> ways(Verdict verdict) {
        List<Way> ways = new ArrayList<>(verdict.ways());
        ways.sort(Comparator.comparing(Way::isOpen).reversed());
        return ways;
    }

    private static String outcome(Way way) {
        return switch (way.isOpen()) {
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
        ArrayNode ways = root.putArray("ways");
        for (Way way : ways(explanation.verdict())) {
            ObjectNode written = ways.addObject();
            written.put("open", lower(way.isOpen()));
            written.put(
                    "identity", way.identity() == null ? null : way.identity().principal());
            ArrayNode steps = written.putArray("steps");
            way.steps().forEach(step -> add(steps.addObject(), step));
        }
        return Json.text(root);
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
