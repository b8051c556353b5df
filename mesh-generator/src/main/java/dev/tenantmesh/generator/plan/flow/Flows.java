package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.Pods;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that may flow within one mesh, found by either end.
 */
public final class Flows {

    private final List<Flow> inside;
    private final List<Flow> edges;
    private final List<PlaintextFlow> plaintext;
    private final List<OpenFlow> open;
    private final List<ExternalFlow> external;
    private final Map<Pods, List<Flow>> insideByClient;
    private final Map<Pods, List<Flow>> insideByServer;
    private final Map<Pods, List<Flow>> edgesByClient;
    private final Map<Pods, List<Flow>> edgesByServer;
    private final Map<Pods, List<PlaintextFlow>> plaintextByWorkload;
    private final Map<Pods, List<OpenFlow>> openByClient;
    private final Map<Pods, List<OpenFlow>> openByServer;
    private final Map<Pods, List<ExternalFlow>> externalByClient;

    /**
     * @param inside flows inside a boundary, from every pod of a namespace
     * @param edges flows between two workloads, or a gateway and a workload
     * @param plaintext flows from peers without an identity
     * @param open flows into namespaces that declare no workloads
     * @param external flows out of the cluster
     */
    Flows(
            List<Flow> inside,
            List<Flow> edges,
            List<PlaintextFlow> plaintext,
            List<OpenFlow> open,
            List<ExternalFlow> external) {
        this.inside = List.copyOf(inside);
        this.edges = List.copyOf(edges);
        this.plaintext = List.copyOf(plaintext);
        this.open = List.copyOf(open);
        this.external = List.copyOf(external);
        insideByClient = by(inside, Flow::client);
        insideByServer = by(inside, Flow::server);
        edgesByClient = by(edges, Flow::client);
        edgesByServer = by(edges, Flow::server);
        plaintextByWorkload = by(plaintext, PlaintextFlow::workload);
        openByClient = by(open, OpenFlow::client);
        openByServer = by(open, OpenFlow::server);
        externalByClient = by(external, ExternalFlow::client);
    }

    /** Every flow between members. */
    public List<Flow> betweenMembers() {
        return Stream.concat(inside.stream(), edges.stream()).toList();
    }

    /**
     * The same with other flows between members.
     *
     * @param change what becomes of a flow; empty: it goes
     * @param isHere whose namespaces without workloads are kept
     */
    public Flows mapped(Function<Flow, Optional<Flow>> change, Predicate<Pods> isHere) {
        return new Flows(
                inside.stream().flatMap(flow -> change.apply(flow).stream()).toList(),
                edges.stream().flatMap(flow -> change.apply(flow).stream()).toList(),
                plaintext,
                open.stream()
                        .filter(flow -> isHere.test(flow.client()) && isHere.test(flow.server()))
                        .toList(),
                external);
    }

    /**
     * The same with other flows between members, and with more edges; flows that become alike are one.
     *
     * @param change what becomes of a flow
     */
    Flows with(UnaryOperator<Flow> change, List<Flow> more) {
        return new Flows(
                inside.stream().map(change).distinct().toList(),
                Stream.concat(edges.stream().map(change), more.stream())
                        .distinct()
                        .toList(),
                plaintext,
                open,
                external);
    }

    /** The same with other flows out of the cluster. */
    public Flows leaving(List<ExternalFlow> others) {
        return new Flows(inside, edges, plaintext, open, others);
    }

    /** What may reach some pods from inside their boundary. */
    public List<Flow> insideTo(Pods server) {
        return insideByServer.getOrDefault(server, List.of());
    }

    /** What every pod of a namespace may reach inside its boundary. */
    public List<Flow> insideFrom(Pods client) {
        return insideByClient.getOrDefault(client, List.of());
    }

    /** What may reach some pods by an edge of its own. */
    public List<Flow> edgesTo(Pods server) {
        return edgesByServer.getOrDefault(server, List.of());
    }

    /** What some pods may reach by an edge of their own. */
    public List<Flow> edgesFrom(Pods client) {
        return edgesByClient.getOrDefault(client, List.of());
    }

    /** What may reach pods of a workload without an identity. */
    public List<PlaintextFlow> plaintextTo(Pods workload) {
        return plaintextByWorkload.getOrDefault(workload, List.of());
    }

    /** The open namespaces that every pod of a namespace may reach. */
    public List<OpenFlow> openFrom(Pods client) {
        return openByClient.getOrDefault(client, List.of());
    }

    /** Who may reach every pod of an open namespace. */
    public List<OpenFlow> openTo(Pods server) {
        return openByServer.getOrDefault(server, List.of());
    }

    /** Where some pods may leave the cluster. */
    public List<ExternalFlow> externalFrom(Pods client) {
        return externalByClient.getOrDefault(client, List.of());
    }

    private static <K, V> Map<K, List<V>> by(List<V> all, Function<V, K> key) {
        return all.stream().collect(Collectors.groupingBy(key));
    }
}
