package dev.tenantmesh.verifier.corpus;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what may be connected in the words of the other tool: what is certain for us is what it says. */
final class AnalyzerLines {

    private AnalyzerLines() {}

    static List<String> of(MeshVerifier verifier) {
        return new Connectivity(verifier, Adversary.ACCIDENT)
                .connections().stream()
                        .filter(connection -> isIpv4(connection.source()) && isIpv4(connection.destination()))
                        .map(connection -> name(connection.source()) + " => " + name(connection.destination()) + " : "
                                + ports(connection))
                        .filter(line -> !line.endsWith(" : "))
                        .toList();
    }

    /** Whom somebody outside reaches by an Ingress or a Route. */
    static List<String> relayed(MeshVerifier verifier) {
        Map<String, SortedSet<PortRange>> ports = new TreeMap<>();
        new Connectivity(verifier, Adversary.ACCIDENT)
                .relayed().stream()
                        .filter(connection -> isIpv4(connection.source()))
                        .forEach(connection -> ports.computeIfAbsent(
                                        name(connection.destination()), absent -> new TreeSet<>())
                                .add(connection.ports()));
        return ports.entrySet().stream()
                .map(entry -> entry.getKey() + " : " + ports(List.copyOf(entry.getValue())))
                .toList();
    }

    private static boolean isIpv4(Endpoint end) {
        return !(end instanceof External external) || external.range().version() == 4;
    }

    private static String ports(Connection connection) {
        List<PortRange> open = connection.openings().stream()
                .filter(opening -> opening.verdict().isCertain())
                .map(Connection.Opening::ports)
                .toList();
        return open.isEmpty() ? "" : ports(open);
    }

    private static String name(Endpoint end) {
        return end instanceof Pod pod ? pod.id() + "[" + pod.kind() + "]" : end.id() + "[External]";
    }

    private static String ports(List<PortRange> open) {
        if (open.size() == Port.Protocol.values().length && open.stream().allMatch(PortRange::isWhole)) {
            return "All Connections";
        }
        List<String> all = new ArrayList<>();
        for (Port.Protocol protocol : List.of(Port.Protocol.SCTP, Port.Protocol.TCP, Port.Protocol.UDP)) {
            List<PortRange> own =
                    open.stream().filter(range -> range.protocol() == protocol).toList();
            if (!own.isEmpty()) {
                all.add(protocol + " "
                        + own.stream()
                                .map(range -> range.first() == range.last()
                                        ? "" + range.first()
                                        : range.first() + "-" + range.last())
                                .collect(Collectors.joining(",")));
            }
        }
        return String.join(",", all);
    }
}
