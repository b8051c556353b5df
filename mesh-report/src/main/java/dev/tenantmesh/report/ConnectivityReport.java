package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Exposure;
import dev.tenantmesh.verifier.question.Relaying;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who reaches whom, as a list, a table, a picture or JSON. */
public final class ConnectivityReport {

    /** The version of the JSON; a field may be added to it, and none changes its meaning. */
    public static final String VERSION = "tenantmesh.dev/connectivity/v1";

    private static final List<String> HEAD =
            List.of("source", "destination", "ports", "how", "certain", "through", "hosts");

    private final List<Row> rows;
    private final RelayRows relayed;

    /**
     * One line: what one end may open to the other in one way.
     *
     * @param verdict of all these ports
     */
    private record Row(String source, String destination, String ports, Verdict verdict) {

        String how() {
            return ConnectivityReport.how(verdict);
        }

        List<String> cells() {
            return List.of(source, destination, ports, how(), verdict.isCertain() ? "yes" : "no", "", "");
        }
    }

    private ConnectivityReport(Stream<Connection> connections, RelayRows relayed) {
        this.relayed = relayed;
        Map<List<String>, Row> distinct = new LinkedHashMap<>();
        connections.flatMap(ConnectivityReport::rows).forEach(row -> distinct.putIfAbsent(row.cells(), row));
        this.rows = distinct.values().stream()
                .sorted(Comparator.comparing(Row::destination)
                        .thenComparing(Row::source)
                        .thenComparing(Row::ports))
                .toList();
    }

    /** Pairs that may be connected and what pods let in beside them, in one of the formats. */
    public static String of(List<Connection> connections, List<Exposure> exposures, Format format) {
        return of(connections, exposures, Relaying.NONE, format);
    }

    /** The same with what is reached by way of gateways and routers. */
    public static String of(List<Connection> connections, List<Exposure> exposures, Relaying relaying, Format format) {
        ConnectivityReport report = new ConnectivityReport(
                Stream.concat(
                        connections.stream(), exposures.stream().flatMap(exposure -> exposure.connections().stream())),
                new RelayRows(relaying));
        return switch (format) {
            case TEXT -> report.text();
            case MD -> Cells.markdown(HEAD, report.cells());
            case CSV -> Cells.csv(HEAD, report.cells());
            case DOT -> report.dot();
            case JSON -> report.json();
            case SARIF -> throw new IllegalArgumentException("Connections are no findings");
        };
    }

    /** Ports of one pair that are open in the same way stand on one line. */
    private static Stream<Row> rows(Connection connection) {
        Map<Verdict.Meaning, List<Connection.Opening>> alike = connection.openings().stream()
                .collect(Collectors.groupingBy(
                        opening -> opening.verdict().meaning(), LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream()
                .map(openings -> new Row(
                        connection.source().id(),
                        connection.destination().id(),
                        openings.stream()
                                .map(Connection.Opening::ports)
                                .map(PortRange::toString)
                                .collect(Collectors.joining(", ")),
                        openings.get(0).verdict()));
    }

    /** A verdict in few words. */
    static String how(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.UNKNOWN
                ? verdict.mayBePlaintext() ? "perhaps, in plaintext too" : "perhaps, over mutual TLS"
                : ExplanationReport.sentence(verdict).replaceFirst("^open ", "");
    }

    private List<List<String>> cells() {
        return Stream.concat(rows.stream().map(Row::cells), relayed.cells()).toList();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        Map<String, List<Row>> byDestination =
                rows.stream().collect(Collectors.groupingBy(Row::destination, TreeMap::new, Collectors.toList()));
        byDestination.forEach((destination, into) -> {
            text.append("to ").append(Printable.of(destination)).append('\n');
            into.forEach(row -> text.append("  from ")
                    .append(Printable.of(row.source()))
                    .append(": ")
                    .append(row.ports())
                    .append(", ")
                    .append(row.how())
                    .append('\n'));
        });
        text.append(relayed.text());
        return text.length() == 0 ? "nobody reaches anybody\n" : text.toString();
    }

    private String dot() {
        StringBuilder dot = new StringBuilder("digraph connectivity {\n  rankdir=LR;\n");
        List<String> edges = new ArrayList<>();
        for (Row row : rows) {
            String style = row.verdict().isCertain() ? "solid" : "dashed";
            edges.add("  " + quoted(row.source()) + " -> " + quoted(row.destination()) + " [label="
                    + quoted(row.ports() + "\n" + row.how()) + ", style=" + style + "];\n");
        }
        relayed.edges(ConnectivityReport::quoted).forEach(edges::add);
        edges.stream().sorted().forEach(dot::append);
        return dot.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"'
                + Printable.of(text.replace("\n", " / ")).replace("\\", "\\\\").replace("\"", "\\\"")
                + '"';
    }

    private String json() {
        ObjectNode root = Json.object();
        root.put("version", VERSION);
        ArrayNode connections = root.putArray("connections");
        for (Row row : rows) {
            ObjectNode written = connections.addObject();
            written.put("source", row.source());
            written.put("destination", row.destination());
            written.put("ports", row.ports());
            written.put("verdict", row.verdict().kind().name());
            written.put("certain", row.verdict().isCertain());
            written.put("plaintext", row.verdict().mayBePlaintext());
            ArrayNode identities = written.putArray("identities");
            row.verdict().mayIdentities().forEach(identity -> identities.add(identity.principal()));
        }
        relayed.json(root);
        return Json.text(root);
    }
}
