package dev.tenantmesh.generator.plan.network;

import dev.tenantmesh.generator.plan.Heading;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.model.platform.Monitoring;
import java.util.List;
import java.util.Map;

/** What every namespace needs of the platform, as named policies that a reviewer can remove one by one. */
final class SystemPolicies {

    /** Where istiod gives configuration and certificates. */
    static final int XDS_PORT = 15_012;

    private SystemPolicies() {}

    /** Names the DNS pods' own port: policies see addresses after the Service was resolved. */
    static NetworkPolicyPlan dns(Target target, Heading heading) {
        List<PortRange> ports = List.of(PortRange.udp(target.dnsPort()), PortRange.tcp(target.dnsPort()));
        return NetworkPolicyPlan.egress(
                heading, Map.of(), List.of(Opening.of(List.of(target.dns()), ports, "cluster DNS")));
    }

    static List<NetworkPolicyPlan> monitoring(Target target, Heading heading) {
        return target.monitoring().stream()
                .map(monitoring -> NetworkPolicyPlan.ingress(
                        heading, Map.of(), List.of(scrape(monitoring, target.scrapedPorts()))))
                .toList();
    }

    static Opening scrape(Monitoring monitoring, List<Integer> ports) {
        Peer scrapers = new Peer.Labelled(monitoring.namespaceLabels(), monitoring.podLabels());
        return Opening.of(
                List.of(scrapers), ports.stream().sorted().map(PortRange::tcp).toList(), "monitoring");
    }
}
