package dev.tenantmesh.generator.plan.visibility;

import dev.tenantmesh.generator.plan.flow.Flow;
import dev.tenantmesh.generator.plan.member.MemberWorkload;
import dev.tenantmesh.generator.plan.member.Members;
import dev.tenantmesh.generator.plan.member.Pods;
import dev.tenantmesh.model.tenant.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The declared Services behind some pods: flows go to pods, and proxies are told of Services. */
final class KnownServices {

    private final Map<Pods, MemberWorkload> workloads = new HashMap<>();
    private final String domain;

    /** @param domain what follows the namespace in the name of a Service */
    KnownServices(Members members, String domain) {
        this.domain = domain;
        members.namespaces().stream()
                .flatMap(namespace -> namespace.workloads().stream())
                .forEach(workload -> workloads.put(workload.pods(), workload));
    }

    /** The hosts of the Services that lead to a flow's ports. */
    Stream<String> hosts(Flow flow) {
        MemberWorkload server = workloads.get(flow.server());
        return server == null
                ? Stream.of()
                : server.source().services().stream()
                        .filter(service -> leadsTo(service, flow.ports()))
                        .map(service -> host(flow.server().namespace(), service.name()));
    }

    /** Whether a Service has a port that ends at one of the pod ports. */
    static boolean leadsTo(Service service, List<Integer> podPorts) {
        return service.ports().stream().anyMatch(port -> podPorts.contains(port.podPort()));
    }

    private String host(String namespace, String service) {
        return namespace + "/" + service + "." + namespace + "." + domain;
    }
}
