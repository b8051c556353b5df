package dev.tenantmesh.generator.plan.guardrail;

import dev.tenantmesh.generator.plan.guardrail.AdminRulePlan.Action;
import dev.tenantmesh.generator.plan.network.Opening;
import dev.tenantmesh.generator.plan.network.PortRange;
import dev.tenantmesh.generator.platform.Peer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What NetworkPolicies may decide about: exactly what they open, one rule for each set of ports. */
final class PassRules {

    private static final Comparator<PortRange> BY_PORT = Comparator.comparing(PortRange::protocol)
            .thenComparingInt(PortRange::first)
            .thenComparing(range -> range.last() == null ? range.first() : range.last());

    private final AdminLimits limits;

    PassRules(AdminLimits limits) {
        this.limits = limits;
    }

    /** For what comes in: who is outside the cluster is no peer of these rules, and so not kept out by them. */
    List<AdminRulePlan> ingress(Stream<Opening> openings) {
        return rules(openings, false);
    }

    /** For what goes out. */
    List<AdminRulePlan> egress(Stream<Opening> openings) {
        return rules(openings, limits.addresses());
    }

    private List<AdminRulePlan> rules(Stream<Opening> openings, boolean addresses) {
        TreeMap<String, List<Opening>> byPorts = openings.filter(opening ->
                        opening.everyone() || !known(opening, addresses).isEmpty())
                .collect(Collectors.groupingBy(
                        opening -> name(ports(opening)) + (opening.everyone() ? " from anyone" : ""),
                        TreeMap::new,
                        Collectors.toList()));
        List<AdminRulePlan> rules = new ArrayList<>();
        byPorts.forEach((name, some) -> rules.addAll(limits.split(new AdminRulePlan(
                "pass " + shortened(name),
                Action.PASS,
                some.stream()
                        .flatMap(opening -> known(opening, addresses).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Peer::toString))
                        .toList(),
                ports(some.get(0))))));
        return rules;
    }

    private static List<Peer> known(Opening opening, boolean addresses) {
        return opening.peers().stream()
                .filter(peer -> addresses || !(peer instanceof Peer.Addresses))
                .toList();
    }

    private static List<PortRange> ports(Opening opening) {
        return opening.ports().stream().distinct().sorted(BY_PORT).toList();
    }

    private static String name(List<PortRange> ports) {
        return ports.stream()
                .map(range -> range.protocol().toLowerCase(java.util.Locale.ROOT) + " " + range.first()
                        + (range.last() == null ? "" : "-" + range.last()))
                .collect(Collectors.joining(", "));
    }

    /** Names of rules have at most 100 characters. */
    private static String shortened(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + " ...";
    }
}
