package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.MtlsMode;
import dev.tenantmesh.model.RouterTraffic;
import dev.tenantmesh.model.tenant.Workload;
import java.util.List;

/**
 * A workload with everything it inherits.
 *
 * @param source what the tenant wrote
 * @param pods its pods
 * @param mode what its proxies demand on ports without an exception
 * @param ports its declared ports, sorted by pod port
 * @param boundary inside it every pod may use the declared ports
 * @param router whether the router may reach its labelled pods
 * @param entry its model entry
 */
public record MemberWorkload(
        Workload source,
        Pods pods,
        MtlsMode mode,
        List<MemberPort> ports,
        Boundary boundary,
        RouterTraffic router,
        String entry) {

    public String name() {
        return source.name();
    }

    /** Every pod port, sorted and once. */
    public List<Integer> podPorts() {
        return ports.stream().map(MemberPort::podPort).distinct().sorted().toList();
    }

    /** The pod ports that the kubelet probes, sorted and once. */
    public List<Integer> probes() {
        return source.probes().isEmpty()
                ? podPorts()
                : source.probes().stream().distinct().sorted().toList();
    }

    /** The pod ports on which peers without an identity can be let in. */
    public List<Integer> plaintextPorts() {
        return ports.stream()
                .filter(MemberPort::admitsPlaintext)
                .map(MemberPort::podPort)
                .distinct()
                .sorted()
                .toList();
    }
}
