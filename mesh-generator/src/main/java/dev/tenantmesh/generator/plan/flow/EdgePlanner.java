package dev.tenantmesh.generator.plan.flow;

import dev.tenantmesh.generator.plan.member.GatewayBinding;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberPort;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.gateway.GatewayClient;
import dev.tenantmesh.model.gateway.Route;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.AllowFrom;
import dev.tenantmesh.model.tenant.Call;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Decides the edges between workloads. Across tenants an edge exists where the server's {@code allowFrom} and the
 * client's {@code calls} agree, on the ports that both name; inside a tenant the consent alone is enough.
 */
final class EdgePlanner {

    private final Members members;
    private final MeshModel model;
    private final Problems problems;
    private final List<Flow> edges = new ArrayList<>();
    private final Set<Call> answered = Collections.newSetFromMap(new IdentityHashMap<>());

    EdgePlanner(Members members, MeshModel model, Problems problems) {
        this.members = members;
        this.model = model;
        this.problems = problems;
    }

    List<Flow> plan() {
        for (MemberNamespace namespace : members.namespaces()) {
            for (MemberWorkload server : namespace.workloads()) {
                server.source().allowFrom().forEach(consent -> planConsent(namespace, server, consent));
            }
            namespace.gateways().forEach(this::planRoutes);
            namespace.gateways().forEach(this::planClients);
        }
        reportUnanswered();
        return edges;
    }

    private void planConsent(MemberNamespace namespace, MemberWorkload server, AllowFrom consent) {
        String tenant = Objects.requireNonNullElse(consent.tenant(), namespace.owner());
        String from = Objects.requireNonNullElse(consent.namespace(), namespace.name());
        MemberNamespace client = members.namespace(from).orElse(null);
        MemberWorkload caller =
                client == null ? null : client.workload(consent.workload()).orElse(null);
        if (client == null || caller == null) {
            return;
        }
        List<Integer> agreed = tenant.equals(namespace.owner())
                ? ports(server, consent.ports())
                : agreed(client, caller, namespace, server, ports(server, consent.ports()));
        if (isOpenAnyway(namespace, server, client)) {
            problems.info(
                    ProblemCode.REDUNDANT_CONSENT,
                    model.origins().of(consent),
                    consent.workload(),
                    "The client is inside the boundary of workload '" + server.name() + "', which is open to it.",
                    "Remove the consent, or tighten the workload with `isolation: {boundary: workload}`.");
        } else if (agreed.isEmpty()) {
            problems.info(
                    ProblemCode.UNMATCHED_CONSENT,
                    model.origins().of(consent),
                    tenant + "/" + consent.workload(),
                    "Tenant '" + tenant + "' declares no call to these ports, so there is no edge.",
                    "Nothing to do here; the client adds the call under its `calls`.");
        } else {
            edges.add(new Flow(caller.pods(), server.pods(), agreed, consentEntry(server, tenant, from, caller)));
        }
    }

    private static String consentEntry(MemberWorkload server, String tenant, String namespace, MemberWorkload caller) {
        return server.entry() + "/allowFrom/" + tenant + "/" + namespace + "/" + caller.name();
    }

    private static boolean isOpenAnyway(MemberNamespace namespace, MemberWorkload server, MemberNamespace client) {
        return switch (server.boundary()) {
            case MESH -> client.boundary() == Boundary.MESH;
            case TENANT -> client.isSibling(namespace) && client.boundary().compareTo(Boundary.TENANT) <= 0;
            case NAMESPACE -> client.name().equals(namespace.name()) && client.boundary() != Boundary.WORKLOAD;
            case WORKLOAD -> false;
        };
    }

    /** The offered pod ports of a server that a workload of another tenant says it calls. */
    private List<Integer> agreed(
            MemberNamespace client,
            MemberWorkload caller,
            MemberNamespace namespace,
            MemberWorkload server,
            List<Integer> offered) {
        List<Integer> agreed = new ArrayList<>();
        List<Call> calls = client.owningTenant().map(Tenant::calls).orElse(List.of());
        for (Call call : calls) {
            if (isFrom(call, client, caller) && isTo(call.to(), namespace)) {
                List<Integer> ports = servicePorts(server, call.to()).stream()
                        .filter(offered::contains)
                        .toList();
                agreed.addAll(ports);
                if (!ports.isEmpty()) {
                    answered.add(call);
                }
            }
        }
        return agreed;
    }

    private static boolean isTo(Call.To to, MemberNamespace namespace) {
        return to.tenant().equals(namespace.owner()) && to.namespace().equals(namespace.name());
    }

    private static boolean isFrom(Call call, MemberNamespace client, MemberWorkload caller) {
        return call.from().equals(caller.name()) || call.from().equals(client.name() + "/" + caller.name());
    }

    private static boolean offers(MemberWorkload server, String service) {
        return server.source().services().stream()
                .anyMatch(offered -> offered.name().equals(service));
    }

    private static List<Integer> servicePorts(MemberWorkload server, Call.To to) {
        return server.source().services().stream()
                .filter(service -> service.name().equals(to.service()))
                .flatMap(service -> service.ports().stream())
                .filter(port -> to.ports().isEmpty() || to.ports().contains(port.name()))
                .map(port -> port.podPort())
                .toList();
    }

    private static List<Integer> ports(MemberWorkload server, List<String> names) {
        return server.ports().stream()
                .filter(port -> names.isEmpty() || names.contains(port.name()))
                .map(MemberPort::podPort)
                .toList();
    }

    /** A route leads to workloads of the tenant whose it is, whatever an Export says. */
    private void planRoutes(MemberGateway gateway) {
        for (GatewayBinding binding : gateway.bindings()) {
            for (Route route : binding.routes()) {
                Route.Destination to = route.to();
                members.namespace(to.namespace()).stream()
                        .filter(namespace -> namespace.owner().equals(binding.tenant()))
                        .flatMap(namespace -> namespace.workloads().stream())
                        .filter(workload -> offers(workload, to.service()))
                        .forEach(workload -> edges.add(new Flow(
                                gateway.pods(),
                                workload.pods(),
                                ports(workload, List.of(to.port())),
                                binding.entry() + "/routes/" + to.namespace() + "/" + to.service())));
            }
        }
    }

    /** Workloads that may come to a gateway which only pods of the cluster reach. */
    private void planClients(MemberGateway gateway) {
        for (GatewayClient client : gateway.exposure().clients()) {
            members.namespace(client.namespace()).stream()
                    .flatMap(namespace -> namespace.workloads().stream())
                    .filter(workload -> workload.name().equals(client.workload()))
                    .forEach(workload -> edges.add(new Flow(
                            workload.pods(),
                            gateway.pods(),
                            List.of(gateway.podPort()),
                            gateway.entry() + "/exposure/clients/" + client.namespace() + "/" + workload.name())));
        }
    }

    private void reportUnanswered() {
        members.namespaces().stream()
                .flatMap(namespace -> namespace.owningTenant().stream())
                .distinct()
                .forEach(tenant -> tenant.calls().stream()
                        .filter(call ->
                                !answered.contains(call) && !call.to().tenant().equals(tenant.name()))
                        .forEach(call -> problems.warning(
                                ProblemCode.UNMATCHED_CALL,
                                model.origins().of(call),
                                call.from() + " -> " + call.to().tenant() + "/"
                                        + call.to().service(),
                                "Tenant '" + call.to().tenant()
                                        + "' does not consent to this call, so there is no edge.",
                                "Ask it to add an `allowFrom` for workload '" + call.from() + "'.")));
    }
}
