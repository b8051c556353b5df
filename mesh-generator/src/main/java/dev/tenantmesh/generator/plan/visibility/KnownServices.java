package dev.tenantmesh.generator.plan.visibility;

import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.member.MemberEgressGateway;
import dev.tenantmesh.generator.plan.member.MemberGateway;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The Services behind some pods: flows go to pods, and proxies are told of Services. */
final class KnownServices {

    private final Map<Pods, MemberWorkload> workloads = new HashMap<>();
    private final Map<Pods, MemberGateway> gateways = new HashMap<>();
    private final String domain;

    /** @param domain what follows the namespace in the name of a Service */
    KnownServices(Members members, String domain) {
        this.domain = domain;
        members.namespaces().stream()
                .flatMap(namespace -> namespace.workloads().stream())
                .forEach(workload -> workloads.put(workload.pods(), workload));
        members.namespaces().stream()
                .flatMap(namespace -> namespace.gateways().stream())
                .forEach(gateway -> gateways.put(gateway.pods(), gateway));
    }

    /** The hosts of the Services that lead to a flow's ports. */
    Stream<String> hosts(Flow flow) {
        MemberGateway gateway = gateways.get(flow.server());
        if (gateway != null) {
            return Stream.of(host(flow.server().namespace(), gateway.service()));
        }
        MemberWorkload server = workloads.get(flow.server());
        return server == null
                ? Stream.of()
                : server.source().services().stream()
                        .filter(flow::isReachedThrough)
                        .map(service -> host(flow.server().namespace(), service.name()));
    }

    /** The host of an egress gateway's Service. */
    String host(MemberEgressGateway gateway) {
        return host(gateway.namespace().name(), gateway.name());
    }

    private String host(String namespace, String service) {
        return namespace + "/" + service + "." + namespace + "." + domain;
    }
}
