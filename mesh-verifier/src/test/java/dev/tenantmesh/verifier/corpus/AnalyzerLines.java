package dev.tenantmesh.verifier.corpus;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what may be connected in the words of the other tool: what is certain for us is what it says. */
final class AnalyzerLines {

    private AnalyzerLines() {}

    static List<String> of(MeshVerifier verifier) {
        Map<List<String>, List<AddressRange>> outside = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        new Connectivity(verifier, Adversary.ACCIDENT)
                .connections().stream()
                        .filter(connection -> isIpv4(connection.source()) && isIpv4(connection.destination()))
                        .forEach(connection -> {
                            String ports = ports(connection);
                            if (connection.source() instanceof External external) {
                                outside.computeIfAbsent(
                                                List.of("", name(connection.destination()), ports),
                                                absent -> new ArrayList<>())
                                        .add(external.range());
                            } else if (connection.destination() instanceof External external) {
                                outside.computeIfAbsent(
                                                List.of(name(connection.source()), "", ports),
                                                absent -> new ArrayList<>())
                                        .add(external.range());
                            } else {
                                lines.add(name(connection.source()) + " => " + name(connection.destination()) + " : "
                                        + ports);
                            }
                        });
        outside.forEach((ends, ranges) -> merged(ranges).forEach(range -> {
            String name = (range.contains("-") ? range : range + "-" + range) + "[External]";
            lines.add(
                    ends.get(0).isEmpty()
                            ? name + " => " + ends.get(1) + " : " + ends.get(2)
                            : ends.get(0) + " => " + name + " : " + ends.get(2));
        }));
        return lines.stream().filter(line -> !line.endsWith(" : ")).distinct().toList();
    }

    private static List<String> merged(List<AddressRange> ranges) {
        List<AddressRange> merged = new ArrayList<>();
        for (AddressRange range : ranges) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).last().add(BigInteger.ONE).equals(range.first())) {
                merged.set(last, new AddressRange(4, merged.get(last).first(), range.last()));
            } else {
                merged.add(range);
            }
        }
        return merged.stream().map(AddressRange::toString).toList();
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
        Pod pod = (Pod) end;
        return pod.id() + "[" + pod.kind() + "]";
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
