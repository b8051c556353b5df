package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.plan.egress.ServiceEntryPlan.Resolution;
import dev.tenantmesh.generator.plan.member.MemberExternal;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.External.Protocol;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides how sidecars know the hosts outside the cluster. Each object stands in a client's namespace and is exported to
 * no other, so that no tenant hears of another's.
 */
public final class ExternalPlanner {

    private ExternalPlanner() {}

    /** One ServiceEntry for each host in each namespace that has clients of it. */
    public static List<ServiceEntryPlan> serviceEntries(Members members) {
        return members.externals().stream()
                .flatMap(external -> withProxies(external).map(namespace -> serviceEntry(members, namespace, external)))
                .toList();
    }

    /** One DestinationRule beside each ServiceEntry whose sidecars make TLS. */
    public static List<DestinationRulePlan> destinationRules(Members members) {
        return members.externals().stream()
                .filter(external -> external.gateway().isEmpty())
                .flatMap(external -> Stream.ofNullable(external.source().tls())
                        .flatMap(tls -> withProxies(external)
                                .map(namespace -> new DestinationRulePlan(
                                        members.heading(
                                                namespace,
                                                name(external),
                                                external.entry(),
                                                "proxies speak TLS to the host and verify its certificate"),
                                        external.source().host(),
                                        Origination.of(external.source(), tls),
                                        List.of()))))
                .toList();
    }

    /** The proxy of a node lets out what it does not know. */
    private static Stream<MemberNamespace> withProxies(MemberExternal external) {
        return external.namespaces().stream().filter(namespace -> !namespace.isAmbient());
    }

    /** What an external's objects in its clients' namespaces are called. */
    static String name(MemberExternal external) {
        return "external-" + external.name();
    }

    private static ServiceEntryPlan serviceEntry(Members members, MemberNamespace namespace, MemberExternal external) {
        External source = external.source();
        Heading heading = members.heading(
                namespace,
                name(external),
                external.entry(),
                "makes the host known to the proxies; the way to it is opened by NetworkPolicies");
        boolean byAddress = source.ports().stream().anyMatch(port -> port.protocol() == Protocol.TCP);
        return new ServiceEntryPlan(
                heading,
                source.host(),
                byAddress ? Resolution.NONE : Resolution.DNS,
                byAddress ? source.cidrs() : List.of(),
                source.ports().stream().map(port -> port(external, port)).toList(),
                workloads(namespace, external));
    }

    /** The workloads of a namespace that may call it; none if every pod may. */
    private static List<String> workloads(MemberNamespace namespace, MemberExternal external) {
        return external.mayBeCalledBy(namespace.everyPod())
                ? List.of()
                : namespace.workloads().stream()
                        .filter(workload -> external.mayBeCalledBy(workload.pods()))
                        .map(MemberWorkload::name)
                        .toList();
    }

    /** A sidecar itself connects to the port on the wire, unless a gateway does it. */
    private static ServiceEntryPlan.Port port(MemberExternal external, External.Port port) {
        return external.gateway().isPresent()
                ? ServiceEntryPlan.Port.same(port.port(), port.protocol())
                : new ServiceEntryPlan.Port(
                        port.port(), port.protocol(), external.source().wirePort(port));
    }
}
