package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.MemberExternal;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides who may talk to whom. A flow exists inside a boundary, along an edge that both sides agreed to, from a
 * gateway to what it routes to, or from a declared peer without an identity; there is no other way.
 */
public final class FlowPlanner {

    private final Members members;
    private final MeshModel model;
    private final Problems problems;
    private final List<Flow> inside = new ArrayList<>();
    private final List<OpenFlow> open = new ArrayList<>();

    private FlowPlanner(Members members, MeshModel model, Problems problems) {
        this.members = members;
        this.model = model;
        this.problems = problems;
    }

    /** Every allowed flow of a mesh; reports edges that only one side wants, and flows past waypoints. */
    public static Flows plan(MeshModel model, Target target, Members members, Problems problems) {
        FlowPlanner planner = new FlowPlanner(members, model, problems);
        members.namespaces().forEach(planner::planInside);
        List<Flow> edges = Stream.concat(
                        new EdgePlanner(members, model, problems).plan().stream(), planner.toEgressGateways())
                .toList();
        List<PlaintextFlow> plaintext = new PlaintextPlanner(members, target, model, problems).plan();
        Flows flows = new Flows(planner.inside, edges, plaintext, planner.open, external(members));
        new ThroughWaypoints(members, new Wires(members)).report(model, target, flows, problems);
        return flows;
    }

    /** Clients of an external that goes through a gateway reach the gateway, and nothing behind it. */
    private Stream<Flow> toEgressGateways() {
        return members.externals().stream()
                .flatMap(external -> external.gateway().stream()
                        .flatMap(gateway -> external.clients().stream()
                                .map(client -> new Flow(
                                        client.pods(),
                                        gateway.pods(),
                                        List.of(external.gatewayPort().podPort()),
                                        external.entry()))));
    }

    /** The flows of members out of their cluster. */
    public static List<ExternalFlow> external(Members members) {
        return members.externals().stream()
                .flatMap(external -> leaving(external)
                        .map(pods -> new ExternalFlow(
                                pods,
                                external.addresses(),
                                external.source().wirePorts(),
                                external.entry(),
                                external.source().reason())))
                .toList();
    }

    /** Who opens the connection that leaves the cluster. */
    private static Stream<Pods> leaving(MemberExternal external) {
        return external.gateway()
                .map(gateway -> Stream.of(gateway.pods()))
                .orElseGet(() -> external.clients().stream().map(MemberExternal.Client::pods));
    }

    private void planInside(MemberNamespace server) {
        for (MemberWorkload workload : server.workloads()) {
            if (workload.ports().isEmpty()) {
                continue;
            }
            for (MemberNamespace client : clients(server, workload.boundary())) {
                inside.add(new Flow(client.everyPod(), workload.pods(), workload.podPorts(), workload.entry()));
            }
        }
        if (server.isOpen()) {
            warnOpen(server);
            clients(server, server.boundary())
                    .forEach(client -> open.add(new OpenFlow(client.everyPod(), server.everyPod(), server.entry())));
        }
    }

    /** A namespace's own boundary holds both ways: one that is closed by itself is no client of its tenant either. */
    private List<MemberNamespace> clients(MemberNamespace server, Boundary boundary) {
        return members.namespaces().stream()
                .filter(client -> isInside(server, client, boundary) && isInside(server, client, client.boundary()))
                .toList();
    }

    private static boolean isInside(MemberNamespace one, MemberNamespace other, Boundary boundary) {
        return switch (boundary) {
            case MESH -> true;
            case TENANT -> one.isSibling(other);
            case NAMESPACE -> one.name().equals(other.name());
            case WORKLOAD -> false;
        };
    }

    private void warnOpen(MemberNamespace namespace) {
        if (namespace.boundary() != Boundary.WORKLOAD) {
            problems.warning(
                    ProblemCode.OPEN_NAMESPACE,
                    model.origins().of(namespace.source(), "name"),
                    namespace.name(),
                    "The namespace declares no workloads, so every TCP port of it but 15000 to 15099 is open inside"
                            + " its boundary.",
                    "Declare its workloads with their ports, or set `isolation: {boundary: workload}`.");
        }
    }
}
