package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.flow.OpenFlow;
import dev.tenantmesh.generator.plan.flow.Wires;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Peer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** What the network has to let through for the mesh's mutual TLS, on the ports that it sees. */
final class MeshOpenings {

    /** Every TCP port but those of a proxy in the pod. */
    private static final List<PortRange> APPLICATION_PORTS =
            List.of(PortRange.tcp(1, 14_999), PortRange.tcp(15_100, 65_535));

    private final Wires wires;

    MeshOpenings(Wires wires) {
        this.wires = wires;
    }

    /** Out, to the server of a flow. */
    Opening toServer(Flow flow) {
        Pods server = flow.server();
        return Opening.of(
                List.of(new Peer.Named(server.namespace(), server.labels())),
                ports(flow.client(), server, tcp(flow.ports())),
                "to " + flow.entry());
    }

    /** In, from the client of a flow. */
    Opening fromClient(Flow flow) {
        Pods client = flow.client();
        return Opening.of(
                List.of(new Peer.Named(client.namespace(), client.labels())),
                ports(client, flow.server(), tcp(flow.ports())),
                "by " + flow.entry());
    }

    /** In, from whole namespaces, to pods that declare their ports; one rule for those who come on the same ports. */
    List<Opening> fromInside(Collection<Flow> flows, List<Integer> declared, String reason) {
        Map<List<PortRange>, List<String>> namespaces = new LinkedHashMap<>();
        flows.forEach(flow -> namespaces
                .computeIfAbsent(ports(flow.client(), flow.server(), tcp(declared)), absent -> new ArrayList<>())
                .add(flow.client().namespace()));
        return fromNamespaces(namespaces, reason);
    }

    /** Out, to every pod of a namespace that declares no ports. */
    Opening toOpen(OpenFlow flow) {
        return Opening.of(
                List.of(new Peer.Named(flow.server().namespace(), Map.of())),
                ports(flow.client(), flow.server(), APPLICATION_PORTS),
                "to " + flow.entry());
    }

    /** In, from whole namespaces, to every pod of a namespace that declares no ports. */
    List<Opening> fromInside(Collection<OpenFlow> flows, String reason) {
        Map<List<PortRange>, List<String>> namespaces = new LinkedHashMap<>();
        flows.forEach(flow -> namespaces
                .computeIfAbsent(ports(flow.client(), flow.server(), APPLICATION_PORTS), absent -> new ArrayList<>())
                .add(flow.client().namespace()));
        return fromNamespaces(namespaces, reason);
    }

    /** In, from the kubelet of the pods' own node; of pods that declare no ports, every port may be probed. */
    static Opening probes(List<Peer> kubelet, Collection<Integer> ports) {
        List<PortRange> probed = ports.isEmpty()
                ? APPLICATION_PORTS
                : tcp(ports.stream().distinct().sorted().toList());
        return Opening.of(kubelet, probed, "from the kubelet, whose probes get an address of their own");
    }

    static List<PortRange> tcp(List<Integer> ports) {
        return ports.stream().map(PortRange::tcp).toList();
    }

    private static List<Opening> fromNamespaces(Map<List<PortRange>, List<String>> namespaces, String reason) {
        List<Opening> openings = new ArrayList<>();
        for (Entry<List<PortRange>, List<String>> entry : namespaces.entrySet()) {
            Peer clients = new Peer.Named(entry.getValue(), new TreeMap<>());
            openings.add(Opening.of(List.of(clients), entry.getKey(), reason));
        }
        return openings;
    }

    private List<PortRange> ports(Pods client, Pods server, List<PortRange> ports) {
        return wires.isTunnel(client, server) ? List.of(PortRange.tcp(Wires.TUNNEL)) : ports;
    }
}
