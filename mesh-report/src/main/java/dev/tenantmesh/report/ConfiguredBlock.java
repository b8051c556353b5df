package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.verifier.question.Configured;
import dev.tenantmesh.verifier.reach.client.Sending;
import dev.tenantmesh.verifier.reach.client.Works;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last part of an answer: what the source's own proxy is told and sends. It is no part of the verdict. */
final class ConfiguredBlock {

    private ConfiguredBlock() {}

    static String text(List<Configured> configured) {
        if (configured.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\nthe source's own proxy (configuration, not isolation):\n");
        for (Configured one : configured) {
            line(
                    text,
                    "  ",
                    "Service " + id(one) + " port " + one.port() + ": " + told(one),
                    one.told().origin());
            one.sends().forEach(sending -> line(text, "    ", says(sending), sending.origin()));
            line(
                    text,
                    "    ",
                    works(one.works()),
                    refusing(one.works()).map(Step::origin).orElse(null));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String indent, String line, @Nullable Origin origin) {
        text.append(indent)
                .append(Printable.of(line + (origin == null ? "" : " (" + origin + ")")))
                .append('\n');
    }

    private static String id(Configured one) {
        return one.service().namespace() + "/" + one.service().name();
    }

    private static String told(Configured one) {
        String outcome = switch (one.told().certainty()) {
            case YES -> "it is told of it, ";
            case MAYBE -> "it may be told of it, ";
            case NO -> "it is not told of it, ";
        };
        return outcome + one.told().because();
    }

    private static String says(Sending sending) {
        return (sending.certainty().isCertain() ? "it " : "perhaps it ")
                + sending.kind().title() + ", since " + sending.because();
    }

    private static String works(Works works) {
        String outcome = switch (works.truth()) {
            case YES -> "that works";
            case MAYBE -> "that may work";
            case NO -> "that does not work";
        };
        return refusing(works)
                .map(step -> outcome + ": " + step.layer().title() + ", " + step.because())
                .orElse(outcome);
    }

    /** The step that most stands in the way. */
    private static Optional<Step> refusing(Works works) {
        return works.attempts().stream()
                .flatMap(attempt -> attempt.steps().stream())
                .filter(step -> !step.passed().isCertain())
                .min(Comparator.comparing(Step::passed));
    }

    static void json(ArrayNode array, List<Configured> configured) {
        for (Configured one : configured) {
            ObjectNode written = array.addObject();
            written.put("service", id(one));
            written.put("port", one.port());
            ObjectNode told = written.putObject("told");
            told.put("certainty", lower(one.told().certainty()));
            because(told, one.told().because(), one.told().origin());
            ArrayNode sends = written.putArray("sends");
            for (Sending sending : one.sends()) {
                ObjectNode sent = sends.addObject();
                sent.put("kind", sending.kind().name());
                sent.put("certainty", lower(sending.certainty()));
                because(sent, sending.because(), sending.origin());
            }
            written.put("works", lower(one.works().truth()));
        }
    }

    private static void because(ObjectNode written, String because, @Nullable Origin origin) {
        written.put("because", because);
        if (origin != null) {
            written.put("file", origin.source());
            written.put("line", origin.line());
        }
    }

    private static String lower(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }
}
