package dev.tenantmesh.generator.plan.visibility;

import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan;
import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.generator.plan.flow.OpenFlow;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.Visibility;
import dev.tenantmesh.model.effective.EffectiveSettings;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which Services each proxy is told about: those that its pods may reach. One plan for each namespace, and one
 * for each workload with edges or grants of its own. Of two that select a pod the oldest would win, which cannot
 * happen here, since no pod belongs to two workloads. Gateways and the proxies of nodes are not covered: no Sidecar applies to
 * them.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/">Sidecar</a>
 */
public final class SidecarPlanner {

    private final Members members;
    private final Flows flows;
    private final Map<String, List<ServiceEntryPlan>> entries;
    private final KnownServices services;
    private final EgressPolicy egress;

    private SidecarPlanner(
            Members members, Flows flows, List<ServiceEntryPlan> entries, KnownServices services, EgressPolicy egress) {
        this.members = members;
        this.flows = flows;
        this.entries = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.heading().namespace()));
        this.services = services;
        this.egress = egress;
    }

    /**
     * The Sidecars of a mesh; none if its proxies are to be told everything.
     *
     * @param everyone the members of all clusters
     * @param entries the peers outside the mesh that proxies have to know
     */
    public static List<SidecarPlan> plan(
            Target target, Members members, Members everyone, Flows flows, List<ServiceEntryPlan> entries) {
        EffectiveSettings settings = new EffectiveSettings(target.platform(), members.mesh());
        if (settings.visibility() == Visibility.MESH) {
            return List.of();
        }
        SidecarPlanner planner = new SidecarPlanner(
                members,
                flows,
                entries,
                new KnownServices(everyone, target.platform().network().serviceDomain()),
                settings.egress().ofProxies());
        return members.namespaces().stream()
                .filter(namespace -> !namespace.isAmbient())
                .flatMap(planner::plan)
                .toList();
    }

    private Stream<SidecarPlan> plan(MemberNamespace namespace) {
        List<String> shared = Stream.of(
                        inside(namespace), granted(namespace, List.of()), throughGateways(namespace.everyPod()))
                .flatMap(hosts -> hosts)
                .toList();
        SidecarPlan everyPod = plan(namespace, "default", namespace.entry(), Map.of(), shared);
        return Stream.concat(
                Stream.of(everyPod),
                namespace.workloads().stream().flatMap(workload -> plan(namespace, workload, shared)));
    }

    private Stream<SidecarPlan> plan(MemberNamespace namespace, MemberWorkload workload, List<String> shared) {
        List<String> own = Stream.of(
                        flows.edgesFrom(workload.pods()).stream().flatMap(services::hosts),
                        granted(namespace, List.of(workload.name())),
                        throughGateways(workload.pods()))
                .flatMap(hosts -> hosts)
                .toList();
        return own.isEmpty()
                ? Stream.of()
                : Stream.of(plan(
                        namespace,
                        "workload-" + workload.name(),
                        workload.entry(),
                        workload.pods().labels(),
                        Stream.concat(shared.stream(), own.stream()).toList()));
    }

    private SidecarPlan plan(
            MemberNamespace namespace, String name, String entry, Map<String, String> labels, List<String> hosts) {
        SortedMap<String, String> podLabels = new TreeMap<>(labels);
        String reason = "proxies are told of what their pods may reach; this scopes configuration and isolates nothing";
        return new SidecarPlan(
                members.heading(namespace, name, entry, reason),
                podLabels,
                withoutCovered(namespace.name(), hosts),
                egress);
    }

    /** What every pod of a namespace may reach inside its boundary. */
    private Stream<String> inside(MemberNamespace namespace) {
        Stream<Flow> declared = flows.insideFrom(namespace.everyPod()).stream();
        Stream<OpenFlow> open = flows.openFrom(namespace.everyPod()).stream();
        return Stream.concat(
                declared.flatMap(services::hosts),
                open.map(flow -> whole(flow.server().namespace(), namespace.name())));
    }

    private static String whole(String server, String client) {
        return (server.equals(client) ? "." : server) + "/*";
    }

    /** The granted peers of exactly these workloads; of every pod, if none is named. */
    private Stream<String> granted(MemberNamespace namespace, List<String> workloads) {
        return entries.getOrDefault(namespace.name(), List.of()).stream()
                .filter(entry -> workloads.isEmpty()
                        ? entry.workloads().isEmpty()
                        : entry.workloads().containsAll(workloads))
                .map(entry -> namespace.name() + "/" + entry.host());
    }

    /** The egress gateways that pods leave the cluster by. */
    private Stream<String> throughGateways(Pods client) {
        return members.externals().stream()
                .filter(external -> external.mayBeCalledBy(client))
                .flatMap(external -> external.gateway().stream())
                .map(services::host);
    }

    /** An open namespace covers everything in it, granted peers included. */
    private static List<String> withoutCovered(String namespace, List<String> hosts) {
        return hosts.contains("./*")
                ? hosts.stream()
                        .filter(host -> !host.startsWith(namespace + "/"))
                        .toList()
                : hosts;
    }
}
