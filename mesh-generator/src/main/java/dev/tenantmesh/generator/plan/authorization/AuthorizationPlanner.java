package dev.tenantmesh.generator.plan.authorization;

import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan.Action;
import dev.tenantmesh.generator.plan.cluster.ControlPlanePorts;
import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.flow.Flows;
import dev.tenantmesh.generator.plan.flow.OpenFlow;
import dev.tenantmesh.generator.plan.flow.ThroughWaypoints;
import dev.tenantmesh.generator.plan.flow.Wires;
import dev.tenantmesh.generator.plan.guardrail.DeniedPair;
import dev.tenantmesh.generator.plan.member.MemberControlPlaneGateway;
import dev.tenantmesh.generator.plan.member.MemberEgressGateway;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberPort;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.model.MtlsMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decides the AuthorizationPolicies. Every namespace allows nothing; every workload allows the identities of its flows
 * on their ports, and has a guard that denies everyone else. ALLOW policies add up, so a tenant could write a wider
 * one; a DENY cannot be outvoted. Behind a waypoint the identity of a flow is the waypoint's, which has policies of its own. As long as a mesh is on its way to mutual TLS, the clients of flows may have no
 * identity yet: on ports that take plaintext, policies spare it, and NetworkPolicy alone bounds it. Principals carry the mesh's own trust domain, since rules by namespace would match a
 * namespace of that name in any trusted mesh.
 */
public final class AuthorizationPlanner {

    private final Members members;
    private final Flows flows;
    private final Wires wires;
    private final DenyAuthorization denies;
    private final WaypointAuthorization atWaypoints;

    private AuthorizationPlanner(Members members, Flows flows, Wires wires, List<DeniedPair> denied) {
        ThroughWaypoints waypoints = new ThroughWaypoints(members, wires);
        this.members = members;
        this.flows = waypoints.steps(flows);
        this.wires = wires;
        this.atWaypoints = new WaypointAuthorization(members, flows, waypoints);
        this.denies = new DenyAuthorization(members, denied);
    }

    /**
     * The policies of every member namespace.
     *
     * @param denied who never connects to whom
     */
    public static List<AuthorizationPlan> plan(Members members, Flows flows, Wires wires, List<DeniedPair> denied) {
        AuthorizationPlanner planner = new AuthorizationPlanner(members, flows, wires, denied);
        return members.namespaces().stream().flatMap(planner::plan).toList();
    }

    private Stream<AuthorizationPlan> plan(MemberNamespace namespace) {
        List<AuthorizationPlan> plans = new ArrayList<>();
        plans.add(new AuthorizationPlan(
                members.heading(
                        namespace, "default-deny", namespace.entry(), "nobody is allowed unless a policy names them"),
                Map.of(),
                Action.ALLOW,
                List.of()));
        List<AuthorizationPlan> denied = denies.plan(namespace);
        plans.addAll(denied);
        plans.addAll(openNamespace(namespace));
        for (MemberWorkload workload : namespace.workloads()) {
            plans.add(allow(namespace, workload));
            plans.add(guard(namespace, workload));
        }
        plans.addAll(atWaypoints.plan(namespace, denied));
        namespace.gateways().forEach(gateway -> plans.addAll(gateway(namespace, gateway)));
        members.egressGateways(namespace).forEach(gateway -> plans.addAll(egressGateway(gateway)));
        members.controlPlaneGateways(namespace).forEach(gateway -> plans.add(controlPlaneGateway(gateway)));
        return plans.stream();
    }

    private AuthorizationPlan allow(MemberNamespace namespace, MemberWorkload workload) {
        List<AuthorizationRule> rules =
                AuthorizationRule.byPorts(incoming(workload).toList());
        List<Integer> plaintext = plaintextPorts(namespace, workload);
        if (!plaintext.isEmpty()) {
            rules.add(AuthorizationRule.plaintext(plaintext));
        }
        String reason = rules.isEmpty()
                ? "nobody may call the workload"
                : "only the identities of its flows, on their ports"
                        + (plaintext.isEmpty() ? "" : "; plaintext, bounded by NetworkPolicy alone, on " + plaintext);
        return new AuthorizationPlan(
                members.heading(namespace, "allow-" + workload.name(), workload.entry(), reason),
                workload.pods().labels(),
                Action.ALLOW,
                rules);
    }

    private AuthorizationPlan guard(MemberNamespace namespace, MemberWorkload workload) {
        List<Flow> known = incoming(workload).toList();
        List<Integer> plaintext = plaintextPorts(namespace, workload);
        List<AuthorizationRule> rules =
                wires.anyTunnel(known.stream()) ? Guards.byPort(known, plaintext) : Guards.byIdentity(known, plaintext);
        return new AuthorizationPlan(
                members.heading(
                        namespace,
                        "guard-" + workload.name(),
                        workload.entry(),
                        "denies plaintext and strangers, whatever another policy allows"),
                workload.pods().labels(),
                Action.DENY,
                rules);
    }

    /** Pod ports of a workload where peers without an identity are let in, or where nobody can show one. */
    private List<Integer> plaintextPorts(MemberNamespace namespace, MemberWorkload workload) {
        Stream<Integer> declared = flows.plaintextTo(workload.pods()).stream()
                .flatMap(flow -> flow.ports().stream())
                .filter(port -> workload.podPorts().contains(port));
        Stream<Integer> called = workload.ports().stream()
                .filter(port -> knowsNoIdentities(namespace, port)
                        && incoming(workload).anyMatch(flow -> flow.ports().contains(port.podPort())))
                .map(MemberPort::podPort);
        return Stream.concat(declared, called).distinct().sorted().toList();
    }

    /** A port on which clients show no identity: never, or not all of them by now. */
    private static boolean knowsNoIdentities(MemberNamespace namespace, MemberPort port) {
        return port.mode() == MtlsMode.DISABLE || (namespace.migrating() && port.admitsPlaintext());
    }

    private Stream<Flow> incoming(MemberWorkload workload) {
        return Stream.concat(flows.insideTo(workload.pods()).stream(), flows.edgesTo(workload.pods()).stream());
    }

    private List<AuthorizationPlan> openNamespace(MemberNamespace namespace) {
        List<String> clients = flows.openTo(namespace.everyPod()).stream()
                .map(OpenFlow::client)
                .map(client -> client.principal())
                .toList();
        if (!namespace.isOpen() || clients.isEmpty()) {
            return List.of();
        }
        boolean sparesPlaintext = namespace.migrating() && namespace.mode() != MtlsMode.STRICT;
        List<AuthorizationRule> allowed = new ArrayList<>(List.of(AuthorizationRule.identities(clients, List.of())));
        if (sparesPlaintext) {
            allowed.add(AuthorizationRule.plaintext(List.of()));
        }
        List<String> denied = sparesPlaintext ? List.of(AuthorizationRule.ANY_IDENTITY) : List.of();
        return List.of(
                new AuthorizationPlan(
                        members.heading(
                                namespace,
                                "allow-inside",
                                namespace.entry(),
                                "the namespace declares no workloads and is open inside its boundary"
                                        + (sparesPlaintext ? "; plaintext, bounded by NetworkPolicy alone" : "")),
                        Map.of(),
                        Action.ALLOW,
                        allowed),
                new AuthorizationPlan(
                        members.heading(namespace, "guard", namespace.entry(), guards(sparesPlaintext)),
                        Map.of(),
                        Action.DENY,
                        List.of(new AuthorizationRule(denied, clients, List.of(), List.of()))));
    }

    private static String guards(boolean sparesPlaintext) {
        return sparesPlaintext
                ? "denies strangers, whatever another policy allows"
                : "denies plaintext and strangers, whatever another policy allows";
    }

    private List<AuthorizationPlan> gateway(MemberNamespace namespace, MemberGateway gateway) {
        List<Integer> port = List.of(gateway.podPort());
        List<String> clients = flows.edgesTo(gateway.pods()).stream()
                .map(flow -> flow.client().principal())
                .toList();
        if (clients.isEmpty() && gateway.isForWorkloads()) {
            return List.of(gatewayGuard(namespace, gateway, clients));
        }
        if (gateway.knowsItsClients()) {
            return List.of(
                    gateway(
                            namespace,
                            gateway,
                            "only the identities of its clients, on the TLS port only",
                            AuthorizationRule.identities(clients, port)),
                    gatewayGuard(namespace, gateway, clients));
        }
        String where = gateway.exposure().isPlaintext() ? "the router's port" : "the TLS port";
        return List.of(gateway(
                namespace,
                gateway,
                "clients from outside have no identity; they are served on " + where + " only",
                AuthorizationRule.everyone(port)));
    }

    /** Without clients, as where these are in another cluster, it is for nobody. */
    private AuthorizationPlan gatewayGuard(MemberNamespace namespace, MemberGateway gateway, List<String> clients) {
        return new AuthorizationPlan(
                members.heading(
                        namespace,
                        "guard-gateway." + gateway.name(),
                        gateway.entry(),
                        "denies plaintext and strangers, whatever another policy allows"),
                gateway.pods().labels(),
                Action.DENY,
                List.of(new AuthorizationRule(List.of(), clients, List.of(), List.of())));
    }

    private AuthorizationPlan gateway(
            MemberNamespace namespace, MemberGateway gateway, String reason, AuthorizationRule rule) {
        return new AuthorizationPlan(
                members.heading(namespace, "gateway-" + gateway.name(), gateway.entry(), reason),
                gateway.pods().labels(),
                Action.ALLOW,
                List.of(rule));
    }

    private AuthorizationPlan controlPlaneGateway(MemberControlPlaneGateway gateway) {
        return new AuthorizationPlan(
                members.heading(
                        gateway.namespace(),
                        "gateway-" + gateway.name(),
                        gateway.entry(),
                        "proxies and API servers of another cluster have no identity here; they are served on the ports"
                                + " of the control plane only"),
                gateway.pods().labels(),
                Action.ALLOW,
                List.of(AuthorizationRule.everyone(List.of(ControlPlanePorts.XDS, ControlPlanePorts.WEBHOOK))));
    }

    private List<AuthorizationPlan> egressGateway(MemberEgressGateway gateway) {
        return new EgressAuthorization(members, gateway).plan();
    }
}
