package dev.tenantmesh.generator.plan.cluster;

import dev.tenantmesh.generator.plan.Labels;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloadPlan;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads;
import dev.tenantmesh.generator.plan.gateway.GatewayWorkloads.Place;
import dev.tenantmesh.generator.plan.gateway.ServicePlan;
import dev.tenantmesh.generator.plan.member.MemberEastWestGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Service;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Decides the gateway by which members of other networks come in: who it is for, and what it lets through. */
public final class EastWestPlanner {

    /** Where mutual TLS from other networks comes in. */
    public static final int PORT = 15_443;

    private final Target target;
    private final Members members;
    private final Crossing crossing;

    public EastWestPlanner(Target target, Members members, Crossing crossing) {
        this.target = target;
        this.members = members;
        this.crossing = crossing;
    }

    /** Its pods, behind a load balancer that lets the other clusters in and nobody else. */
    public List<GatewayWorkloadPlan> workloads() {
        GatewayWorkloads workloads = new GatewayWorkloads(target, members);
        return members.eastWest().stream()
                .map(gateway -> workloads
                        .plan(
                                new Place(gateway.namespace(), gateway.name(), gateway.entry()),
                                gateway.pods(),
                                gateway.size(),
                                ServicePlan.loadBalancer(
                                        List.of(new ServicePlan.Port("tls", PORT, PORT)),
                                        Map.of(),
                                        target.seenFrom(members.mesh())),
                                false)
                        .in(target.placement().orElseThrow().cluster().network()))
                .toList();
    }

    /** What it lets through; nothing where nobody of another cluster calls anything here. */
    public List<EastWestGatewayPlan> gateways() {
        List<String> hosts = members.namespaces().stream().flatMap(this::hosts).toList();
        return members.eastWest().stream()
                .filter(gateway -> !hosts.isEmpty())
                .map(gateway -> new EastWestGatewayPlan(
                        members.heading(
                                gateway.namespace(),
                                name(gateway),
                                gateway.entry(),
                                "mutual TLS goes through to exported Services, by their names, and to nothing else"),
                        labels(gateway),
                        hosts))
                .toList();
    }

    /** A primary has those of all clusters in one namespace. */
    private String name(MemberEastWestGateway gateway) {
        return target.placement()
                .filter(where -> where.configuredIn(members.mesh()).isPresent())
                .map(where -> gateway.name() + "-" + where.cluster().name())
                .orElse(gateway.name());
    }

    private SortedMap<String, String> labels(MemberEastWestGateway gateway) {
        SortedMap<String, String> labels = new TreeMap<>(gateway.pods().labels());
        target.placement()
                .filter(where -> where.primary(members.mesh()).isPresent())
                .ifPresent(where -> labels.put(Labels.NETWORK, where.cluster().network()));
        return labels;
    }

    private Stream<String> hosts(MemberNamespace namespace) {
        return namespace.workloads().stream()
                .flatMap(workload -> workload.source().services().stream()
                        .filter(Service::crossesClusters)
                        .filter(service -> crossing.incoming().stream()
                                .filter(flow -> flow.server().equals(workload.pods()))
                                .anyMatch(flow -> flow.isReachedThrough(service)))
                        .map(service -> target.platform().network().serviceHost(service.name(), namespace.name())));
    }

    /** Tells of clusters that nobody can be let out to, since nobody knows where their gateways are. */
    public void report(MeshModel model, Problems problems) {
        for (MemberEastWestGateway gateway : members.eastWest().stream().toList()) {
            for (Cluster cluster : unknown(gateway)) {
                problems.warning(
                        ProblemCode.EAST_WEST_UNKNOWN,
                        model.origins().of(gateway.source(), "addresses"),
                        cluster.name(),
                        "Members of mesh '" + members.mesh().name() + "' call Services there, and are not let out: the"
                                + " gateway's addresses are not known.",
                        "Apply the cluster's manifests, then add what `kubectl --context=" + cluster.name()
                                + " --namespace=" + gateway.source().namespace() + " get service " + gateway.name()
                                + "` shows to `addresses`.");
            }
        }
    }

    private List<Cluster> unknown(MemberEastWestGateway gateway) {
        return crossing.outgoing().stream()
                .flatMap(outgoing -> outgoing.clusters().stream())
                .distinct()
                .filter(cluster -> gateway.source().in(cluster.name()).isEmpty())
                .toList();
    }
}
