package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Findings as SARIF 2.1.0, which code hosts show beside the lines: every place is a result of its own, and each code that
 * occurs is a rule.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String PAGES = "https://tenantmesh.dev/problems/";

    private SarifReport() {}

    /** The findings as a log with one run. */
    public static String of(Collection<Problem> findings) {
        List<Problem> sorted = findings.stream().distinct().sorted().toList();
        List<ProblemCode> codes =
                sorted.stream().map(Problem::code).distinct().sorted().toList();
        ObjectNode root = Json.object();
        root.put("$schema", SCHEMA);
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Tenant Mesh");
        ArrayNode rules = driver.putArray("rules");
        codes.forEach(code -> rule(rules.addObject(), code));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        sorted.forEach(finding -> result(results.addObject(), finding, codes.indexOf(finding.code())));
        return Json.text(root);
    }

    private static void rule(ObjectNode rule, ProblemCode code) {
        rule.put("id", code.id());
        rule.put("name", code.name());
        rule.putObject("shortDescription").put("text", code.title() + ".");
        rule.put("helpUri", PAGES + code.id());
    }

    private static void result(ObjectNode result, Problem finding, int rule) {
        result.put("ruleId", finding.code().id());
        result.put("ruleIndex", rule);
        result.put("level", level(finding.severity()));
        String value = finding.written().isEmpty() ? "" : "'" + finding.written() + "': ";
        result.putObject("message").put("text", Printable.of(value + finding.why() + " " + finding.fix()));
        Origin origin = finding.origin();
        ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation").put("uri", uri(origin.source()));
        if (origin.line() > 0) {
            ObjectNode region = location.putObject("region");
            region.put("startLine", origin.line());
            region.put("startColumn", origin.column());
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** A path as a relative reference: whatever could be read as another part of a URI is escaped. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            boolean plain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || "/-._~".indexOf(character) >= 0);
            uri.append(
                    plain
                            ? String.valueOf(character)
                            : String.format(java.util.Locale.ROOT, "%%%02X", (int) character));
        }
        return uri.toString();
    }
}
