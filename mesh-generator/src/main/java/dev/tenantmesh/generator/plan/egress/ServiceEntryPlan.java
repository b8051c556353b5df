package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;

/**
 * A peer outside the mesh that the proxies of one namespace know. It opens nothing by itself.
 *
 * @param heading name, place and reason
 * @param host its name
 * @param addresses where it may answer; connections keep the address they were opened to
 * @param ports the ports that clients connect to
 * @param workloads who has the grant, sorted; none: every pod of the namespace
 */
public record ServiceEntryPlan(
        Heading heading, String host, List<String> addresses, List<Integer> ports, List<String> workloads) {

    public ServiceEntryPlan {
        addresses = addresses.stream().distinct().sorted().toList();
        ports = ports.stream().distinct().sorted().toList();
        workloads = workloads.stream().distinct().sorted().toList();
    }
}
