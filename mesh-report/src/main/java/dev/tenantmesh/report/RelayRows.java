package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.verifier.question.Relaying;
import dev.tenantmesh.verifier.reach.forward.BindSet;
import dev.tenantmesh.verifier.reach.relay.Publication;
import dev.tenantmesh.verifier.reach.relay.RelayedConnection;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Endpoint;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is reached by way of gateways and routers, and who may make them forward more. */
final class RelayRows {

    private final Relaying relaying;
    private final List<Row> rows;

    /** One line: ports that are reached in the same way. */
    private record Row(List<RelayedConnection> alike) {

        RelayedConnection first() {
            return alike.get(0);
        }

        String source() {
            return first().source().id();
        }

        String destination() {
            return first().destination().id();
        }

        String ports() {
            return alike.stream()
                    .map(RelayedConnection::ports)
                    .distinct()
                    .sorted()
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
        }

        String through() {
            return first().through().stream().map(Endpoint::id).collect(Collectors.joining(", "));
        }

        String hosts() {
            return String.join(", ", first().hosts());
        }

        String how() {
            boolean perhaps = first().verdict().isCertain() && !first().isOpen().isCertain();
            return (perhaps ? "perhaps, " : "") + ConnectivityReport.how(first().verdict());
        }

        List<String> cells() {
            String certain = first().isOpen() == Truth.YES ? "yes" : "no";
            return List.of(source(), destination(), ports(), how(), certain, through(), hosts());
        }
    }

    RelayRows(Relaying relaying) {
        this.relaying = relaying;
        Map<List<Object>, List<RelayedConnection>> alike = relaying.connections().stream()
                .collect(Collectors.groupingBy(
                        connection -> List.of(
                                connection.source().id(),
                                connection.destination().id(),
                                connection.through(),
                                connection.hosts(),
                                connection.isOpen(),
                                connection.verdict().meaning()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        this.rows = alike.values().stream()
                .map(Row::new)
                .sorted(Comparator.comparing(Row::destination)
                        .thenComparing(Row::source)
                        .thenComparing(Row::through)
                        .thenComparing(Row::hosts)
                        .thenComparing(Row::ports))
                .toList();
    }

    Stream<List<String>> cells() {
        return rows.stream().map(Row::cells).distinct();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (Row row : rows) {
            if (!row.destination().equals(last)) {
                last = row.destination();
                text.append("by others to ").append(Printable.of(last)).append('\n');
            }
            text.append(Printable.of("  from " + row.source() + " through " + row.through() + ", asking for "
                            + row.hosts() + ": " + row.ports() + ", " + row.how()))
                    .append('\n');
        }
        relaying.bindSets().stream()
                .collect(Collectors.groupingBy(set -> set.relay().id(), LinkedHashMap::new, Collectors.toList()))
                .forEach((relay, sets) -> {
                    text.append("more may be bound at ")
                            .append(Printable.of(relay))
                            .append('\n');
                    sets.stream()
                            .map(RelayRows::sentence)
                            .distinct()
                            .forEach(line ->
                                    text.append("  ").append(Printable.of(line)).append('\n'));
                });
        relaying.publications()
                .forEach(published ->
                        text.append(Printable.of(sentence(published))).append('\n'));
        return text.toString();
    }

    private static String sentence(BindSet set) {
        String namespaces = set.namespaces().isEverything()
                ? "any namespace"
                : "namespaces with " + set.namespaces().toString();
        String host = set.host().equals("*") ? "any host" : set.host();
        String delegates = set.delegates().isEmpty() ? "" : ", handed on to " + String.join(", ", set.delegates());
        return host + ": by " + (set.by() == BindSet.By.ROUTE ? "routes" : "Gateways") + " of " + namespaces
                + delegates;
    }

    private static String sentence(Publication published) {
        return "published " + published.pod().id() + " on " + published.port() + " by Service "
                + published.service().namespace() + "/" + published.service().name() + " ("
                + published.service().type() + ")";
    }

    Stream<String> edges(UnaryOperator<String> quoted) {
        return rows.stream()
                .map(row -> "  " + quoted.apply(row.source()) + " -> " + quoted.apply(row.destination()) + " [label="
                        + quoted.apply(
                                row.ports() + "\n" + row.how() + "\nthrough " + row.through() + " for " + row.hosts())
                        + ", style=dotted];\n")
                .distinct();
    }

    /** Fields of their own, so that whoever reads {@code connections} still reads who connects by itself. */
    void json(ObjectNode root) {
        ArrayNode relayed = root.putArray("relayed");
        rows.forEach(row -> add(relayed.addObject(), row));
        ArrayNode bindable = root.putArray("bindable");
        relaying.bindSets().forEach(set -> {
            ObjectNode written = bindable.addObject();
            written.put("relay", set.relay().id());
            written.put("by", set.by().name().toLowerCase(java.util.Locale.ROOT));
            written.put("gateway", set.gateway());
            written.put("host", set.host());
            written.put("namespaces", set.namespaces().toString());
            ArrayNode delegates = written.putArray("delegates");
            set.delegates().forEach(delegates::add);
        });
        ArrayNode published = root.putArray("published");
        relaying.publications().forEach(publication -> {
            ObjectNode written = published.addObject();
            written.put("pod", publication.pod().id());
            written.put("port", publication.port().toString());
            written.put(
                    "service",
                    publication.service().namespace() + "/"
                            + publication.service().name());
            written.put("type", publication.service().type());
        });
    }

    private static void add(ObjectNode written, Row row) {
        written.put("source", row.source());
        written.put("destination", row.destination());
        written.put("ports", row.ports());
        written.put("verdict", row.first().verdict().kind().name());
        written.put("certain", row.first().isOpen().isCertain());
        written.put("plaintext", row.first().verdict().mayBePlaintext());
        ArrayNode identities = written.putArray("identities");
        row.first().verdict().mayIdentities().forEach(identity -> identities.add(identity.principal()));
        ArrayNode hosts = written.putArray("hosts");
        row.first().hosts().forEach(hosts::add);
        ArrayNode through = written.putArray("through");
        row.first().hops().stream().skip(1).forEach(hop -> {
            ObjectNode relay = through.addObject();
            relay.put("relay", hop.source().id());
            hop.binding().ifPresent(binding -> bind(relay, binding));
        });
    }

    private static void bind(ObjectNode relay, Step binding) {
        relay.put("because", binding.because());
        if (binding.origin() != null) {
            relay.put("file", binding.origin().source());
            relay.put("line", binding.origin().line());
        }
    }
}
