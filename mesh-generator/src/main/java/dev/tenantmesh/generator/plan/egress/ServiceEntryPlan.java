package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.model.tenant.External.Protocol;
import java.util.Comparator;
import java.util.List;

/**
 * A peer outside the mesh that the proxies of one namespace know. It opens nothing by itself.
 *
 * @param heading name, place and reason
 * @param host its name
 * @param resolution how a proxy finds its addresses
 * @param addresses where it may answer, if connections keep the address they were opened to
 * @param ports the ports that clients connect to
 * @param workloads who has the grant, sorted; none: every pod of the namespace
 */
public record ServiceEntryPlan(
        Heading heading,
        String host,
        Resolution resolution,
        List<String> addresses,
        List<Port> ports,
        List<String> workloads) {

    /** How a proxy finds the addresses. */
    public enum Resolution {
        /** A connection keeps the address that its client opened it to. */
        NONE,
        /** The proxy asks the DNS. */
        DNS
    }

    public ServiceEntryPlan {
        if ((resolution == Resolution.NONE) == addresses.isEmpty()) {
            throw new IllegalArgumentException("Known by its addresses or by its name: " + heading.entry());
        }
        addresses = addresses.stream().distinct().sorted().toList();
        ports = ports.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Port::number))
                .toList();
        workloads = workloads.stream().distinct().sorted().toList();
    }

    /**
     * One port.
     *
     * @param number the port that clients connect to
     * @param protocol what they speak there
     * @param target the port that the proxy connects to
     */
    public record Port(int number, Protocol protocol, int target) {

        /** A port that stays the same. */
        public static Port same(int number, Protocol protocol) {
            return new Port(number, protocol, number);
        }
    }
}
