package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.generator.plan.cluster.Crossing.Outgoing;
import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Gateway;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.ServicePort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which flows stay in a cluster and which go between clusters. A flow crosses only to ports of exported Services;
 * every other Service is its own cluster's, wherever it is.
 */
public final class CrossingPlanner {

    private final Placement where;
    private final Members everyone;
    private final Map<Pods, MemberWorkload> workloads = new HashMap<>();

    private CrossingPlanner(Placement where, Members everyone) {
        this.where = where;
        this.everyone = everyone;
        everyone.namespaces()
                .forEach(namespace ->
                        namespace.workloads().forEach(workload -> workloads.put(workload.pods(), workload)));
    }

    /**
     * The flows of one cluster.
     *
     * @param everyone the members of all clusters
     * @param all their flows
     */
    public static Crossing plan(MeshModel model, Target target, Members everyone, Flows all, Problems problems) {
        return target.placement()
                .map(where -> new CrossingPlanner(where, everyone).plan(model, all, problems))
                .orElseGet(() -> new Crossing(all, all, List.of(), List.of()));
    }

    private Crossing plan(MeshModel model, Flows all, Problems problems) {
        List<Flow> incoming = new ArrayList<>();
        List<Outgoing> outgoing = new ArrayList<>();
        for (Flow flow : all.betweenMembers()) {
            Optional<Flow> crossing = crossing(flow);
            crossing.ifPresent(found -> {
                if (isHere(found.server()) && isElsewhere(found.client())) {
                    incoming.add(found);
                }
                Set<Cluster> others = elsewhere(found.server());
                if (isHere(found.client()) && !others.isEmpty()) {
                    outgoing.add(new Outgoing(found, others));
                }
            });
            if (crossing.isEmpty() && all.edgesTo(flow.server()).contains(flow)) {
                reportNoWay(model, flow, problems);
            }
        }
        incoming.stream().map(Flow::server).distinct().forEach(server -> refusePlaintext(model, server, problems));
        return new Crossing(
                all.mapped(flow -> isInside(flow) ? Optional.of(flow) : Optional.empty(), this::isHere),
                all.mapped(flow -> isInside(flow) ? Optional.of(flow) : oneEnd(flow), this::isHere),
                incoming,
                outgoing);
    }

    private Optional<Flow> oneEnd(Flow flow) {
        return isHere(flow.server()) || isHere(flow.client()) ? crossing(flow) : Optional.empty();
    }

    private boolean isInside(Flow flow) {
        return isHere(flow.client()) && isHere(flow.server());
    }

    private Set<Cluster> clusters(Pods pods) {
        return where.clustersOf(everyone.mesh(), pods.namespace());
    }

    private boolean isHere(Pods pods) {
        return clusters(pods).contains(where.cluster());
    }

    private boolean isElsewhere(Pods pods) {
        return !elsewhere(pods).isEmpty();
    }

    private Set<Cluster> elsewhere(Pods pods) {
        Set<Cluster> others = new LinkedHashSet<>(clusters(pods));
        others.remove(where.cluster());
        return others;
    }

    /** The part of a flow that may cross: ports of exported Services. */
    private Optional<Flow> crossing(Flow flow) {
        MemberWorkload server = workloads.get(flow.server());
        if (server == null) {
            return Optional.empty();
        }
        List<Integer> exported = server.source().services().stream()
                .filter(Service::crossesClusters)
                .flatMap(service -> service.ports().stream())
                .map(ServicePort::podPort)
                .filter(flow.ports()::contains)
                .toList();
        return exported.isEmpty()
                ? Optional.empty()
                : Optional.of(new Flow(flow.client(), flow.server(), exported, flow.entry()));
    }

    /** Said once, by the first cluster of the server, of what somebody asked for: a boundary only says what may be. */
    private void reportNoWay(MeshModel model, Flow flow, Problems problems) {
        Set<Cluster> servers = clusters(flow.server());
        boolean first =
                servers.stream().findFirst().filter(where.cluster()::equals).isPresent();
        if (first && Collections.disjoint(servers, clusters(flow.client()))) {
            Optional<Gateway> gateway = model.tenants().stream()
                    .flatMap(tenant -> tenant.gateways().stream())
                    .filter(one -> one.namespace().equals(flow.server().namespace())
                            && flow.entry().contains("/gateways/" + one.name() + "/"))
                    .findFirst();
            if (gateway.isPresent()) {
                problems.warning(
                        ProblemCode.NO_WAY_BETWEEN_CLUSTERS,
                        model.origins().of(gateway.get(), "exposure"),
                        flow.client().namespace() + " -> " + flow.server().namespace(),
                        "The gateway and its client are in no cluster together, so there is no way.",
                        "Put the gateway's namespace into a cluster of the client, or remove the client.");
                return;
            }
            problems.warning(
                    ProblemCode.NO_WAY_BETWEEN_CLUSTERS,
                    Optional.ofNullable(workloads.get(flow.server()))
                            .map(server -> model.origins().of(server.source()))
                            .orElseGet(() -> Origin.ofModel(flow.entry())),
                    flow.client().namespace() + " -> " + flow.server().namespace(),
                    "The two are in no cluster together, and no Service of the server is exported on these ports, so there"
                            + " is no way.",
                    "Add `exported: true` to the Service, or put both into one cluster.");
        }
    }

    /** What lets in plaintext would let in whoever holds the gateway. */
    private void refusePlaintext(MeshModel model, Pods server, Problems problems) {
        MemberWorkload workload = workloads.get(server);
        if (workload == null) {
            return;
        }
        for (Service service : workload.source().services()) {
            List<Integer> open = service.ports().stream()
                    .map(ServicePort::podPort)
                    .filter(workload.plaintextPorts()::contains)
                    .toList();
            if (service.crossesClusters() && !open.isEmpty()) {
                problems.error(
                        ProblemCode.EXPORTED_PLAINTEXT,
                        model.origins().of(service, "exported"),
                        service.name(),
                        "Its ports " + open
                                + " do not demand mutual TLS, and between clusters only that says who comes.",
                        "Make the ports STRICT, or keep the Service to its cluster.");
            }
        }
    }
}
