package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with manifests, the worst first. Findings that say the same of the same value have one cause: the first
 * place is shown, and the others are counted, or listed where a tool reads them.
 */
public final class FindingsReport {

    /** The version of the JSON; a field may be added to it, and none changes its meaning. */
    public static final String VERSION = "tenantmesh.dev/findings/v1";

    private static final List<String> HEAD = List.of("severity", "code", "place", "value", "why", "fix");

    private static final int MOST_PAGES = 5;

    private final List<Problem> findings;
    private final List<Cause> causes;

    private FindingsReport(Collection<Problem> findings) {
        this.findings = findings.stream().distinct().sorted().toList();
        Map<List<Object>, List<Problem>> alike = this.findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> List.of(
                                finding.severity(), finding.code(), finding.written(), finding.why(), finding.fix()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        this.causes = alike.values().stream()
                .map(Cause::of)
                .sorted(Comparator.comparing(Cause::severity).thenComparing(Cause::first))
                .toList();
    }

    /** What findings there are, in any order. */
    public static FindingsReport of(Collection<Problem> findings) {
        return new FindingsReport(findings);
    }

    /** What there is to say, the worst first. */
    public List<Cause> causes() {
        return causes;
    }

    /** The findings in one of the formats that lists have. */
    public String written(Format format) {
        return switch (format) {
            case TEXT -> text();
            case MD -> Cells.markdown(HEAD, cells()) + "\n" + summary() + "\n";
            case CSV -> Cells.csv(HEAD, cells());
            case JSON -> json();
            case SARIF -> SarifReport.of(findings);
            case DOT -> throw new IllegalArgumentException("Findings are no picture");
        };
    }

    /** Why the build fails; empty if it does not. */
    public Optional<String> failure(boolean strict) {
        List<Cause> stopping = causes.stream()
                .filter(cause -> cause.severity() == Severity.ERROR || (strict && cause.severity() == Severity.WARNING))
                .toList();
        if (stopping.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = stopping.stream()
                .map(cause -> cause.first().code().id())
                .distinct()
                .sorted()
                .toList();
        String pages = codes.stream().limit(MOST_PAGES).collect(Collectors.joining(".md, ", "docs/problems/", ".md"));
        return Optional.of(counted(stopping) + (strict ? ", and mesh.strict is set" : "") + ". See " + pages
                + (codes.size() > MOST_PAGES ? ", ..." : ""));
    }

    /** How many findings there are of each severity, such as {@code 1 error, 2 warnings at 9 places}. */
    public String summary() {
        return causes.isEmpty() ? "no findings" : counted(causes);
    }

    static String lower(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private List<List<String>> cells() {
        return causes.stream().map(Cause::cells).toList();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        causes.forEach(cause -> text.append(lower(cause.severity()))
                .append(": ")
                .append(cause.line())
                .append('\n'));
        return text.append(summary()).append('\n').toString();
    }

    private static String counted(List<Cause> causes) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = causes.stream()
                    .filter(cause -> cause.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + lower(severity) + (count == 1 ? "" : "s"));
            }
        }
        int places = causes.stream().mapToInt(cause -> cause.places().size()).sum();
        return String.join(", ", counts) + " at " + places + (places == 1 ? " place" : " places");
    }

    private String json() {
        ObjectNode root = Json.object();
        root.put("version", VERSION);
        ArrayNode findings = root.putArray("findings");
        for (Cause cause : causes) {
            ObjectNode written = findings.addObject();
            written.put("code", cause.first().code().id());
            written.put("title", cause.first().code().title());
            written.put("severity", lower(cause.severity()));
            written.put("value", cause.first().written());
            written.put("why", cause.first().why());
            written.put("fix", cause.first().fix());
            ArrayNode places = written.putArray("places");
            cause.places().forEach(place -> add(places.addObject(), place));
        }
        return Json.text(root);
    }

    private static void add(ObjectNode written, Origin place) {
        written.put("file", place.source());
        if (place.line() > 0) {
            written.put("line", place.line());
            written.put("column", place.column());
        }
    }
}
