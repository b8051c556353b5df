package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.WorkloadMtls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Decides which peers without an identity may come in: declared clients, the router, granted peers. */
final class PlaintextPlanner {

    /** Ports of the proxy itself, which no PeerAuthentication covers: metrics, health, Envoy's own metrics. */
    private static final Set<Integer> PROXY_PORTS = Set.of(15020, 15021, 15090);

    private final Members members;
    private final Target target;
    private final MeshModel model;
    private final Problems problems;
    private final List<PlaintextFlow> flows = new ArrayList<>();

    PlaintextPlanner(Members members, Target target, MeshModel model, Problems problems) {
        this.members = members;
        this.target = target;
        this.model = model;
        this.problems = problems;
    }

    /** Only for tenants that are rendered: whom others let in without an identity is known to nobody else. */
    List<PlaintextFlow> plan() {
        for (MemberNamespace namespace : members.namespaces()) {
            if (!isRendered(namespace)) {
                continue;
            }
            for (MemberWorkload workload : namespace.workloads()) {
                planClients(workload);
                planRouter(workload);
            }
        }
        target.grants(members.mesh()).stream()
                .filter(grant -> grant.direction() == PeerGrant.Direction.INGRESS)
                .forEach(grant -> grant.to().forEach(to -> planGrant(grant, to)));
        return flows;
    }

    private boolean isRendered(MemberNamespace namespace) {
        return namespace.owningTenant().map(model::renders).orElse(true);
    }

    private void planClients(MemberWorkload workload) {
        WorkloadMtls mtls = workload.source().mtls();
        if (mtls == null || workload.plaintextPorts().isEmpty()) {
            return;
        }
        mtls.plaintextClients()
                .forEach(client -> flows.add(new PlaintextFlow(
                        new Peer.Named(client.namespace(), client.podSelector()),
                        workload.pods(),
                        workload.pods(),
                        workload.plaintextPorts(),
                        workload.entry() + "/mtls/plaintextClients/" + client.namespace(),
                        PlaintextFlow.Kind.PLAINTEXT_CLIENT)));
    }

    private void planRouter(MemberWorkload workload) {
        if (workload.router() != RouterTraffic.LABELLED_PODS
                || workload.plaintextPorts().isEmpty()) {
            return;
        }
        Map<String, String> labels = new TreeMap<>(workload.pods().labels());
        labels.putAll(target.exposeLabel());
        Pods labelled =
                new Pods(workload.pods().namespace(), labels, workload.pods().principal());
        target.router()
                .ifPresentOrElse(
                        router -> flows.add(new PlaintextFlow(
                                router,
                                labelled,
                                workload.pods(),
                                workload.plaintextPorts(),
                                workload.entry() + "/isolation/router",
                                PlaintextFlow.Kind.ROUTER)),
                        () -> refuseRouter(workload));
    }

    private void refuseRouter(MemberWorkload workload) {
        problems.error(
                ProblemCode.UNSUPPORTED_OPTION,
                model.origins().of(workload.source()),
                "labelled-pods",
                "Platform '" + target.platform().name() + "' has no router that could reach workload '"
                        + workload.name() + "'.",
                "Describe the router under `router:` of the Platform, or set `router: gateways-only`.");
    }

    private void planGrant(PeerGrant grant, PeerGrant.Target to) {
        List<Integer> ports =
                grant.ports().stream().map(PeerGrant.Port::podPort).toList();
        for (MemberNamespace namespace : members.of(to.tenant())) {
            if (!namespace.isGranted(to) || !isRendered(namespace)) {
                continue;
            }
            for (MemberWorkload workload : namespace.workloads()) {
                if (to.workload() == null || to.workload().equals(workload.name())) {
                    planGrant(grant, workload, ports, to.workload() != null);
                }
            }
        }
    }

    private void planGrant(PeerGrant grant, MemberWorkload workload, List<Integer> ports, boolean named) {
        List<Integer> reachable = new ArrayList<>();
        for (int port : ports) {
            boolean declared = workload.podPorts().contains(port);
            if (PROXY_PORTS.contains(port) || workload.plaintextPorts().contains(port)) {
                reachable.add(port);
            } else if (declared || named) {
                problems.error(
                        ProblemCode.GRANT_NEEDS_PLAINTEXT,
                        model.origins().of(grant, "ports"),
                        String.valueOf(port),
                        declared
                                ? "Port " + port + " of workload '" + workload.name()
                                        + "' demands mutual TLS, and the peer has no identity."
                                : "Workload '" + workload.name() + "' declares no such port.",
                        "Make the port PERMISSIVE under an exemption, or grant only 15020, 15021 or 15090.");
            }
        }
        if (!reachable.isEmpty()) {
            flows.add(new PlaintextFlow(
                    target.peer(grant.peer()),
                    workload.pods(),
                    workload.pods(),
                    reachable,
                    "grant/" + grant.name(),
                    PlaintextFlow.Kind.GRANT));
        }
    }
}
