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
 */
public record ServiceEntryPlan(Heading heading, String host, List<String> addresses, List<Integer> ports) {

    public ServiceEntryPlan {
        addresses = addresses.stream().distinct().sorted().toList();
        ports = ports.stream().distinct().sorted().toList();
    }
}
