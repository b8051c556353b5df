package dev.tenantmesh.generator.plan.authorization;

import dev.tenantmesh.generator.plan.flow.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whom a workload's guard denies, whatever another policy allows. */
final class Guards {

    private Guards() {}

    /** Everyone whose identity no flow has; on some ports only those who show one. */
    static List<AuthorizationRule> byIdentity(Collection<Flow> known, List<Integer> plaintext) {
        List<String> principals = principals(known.stream());
        List<AuthorizationRule> rules = new ArrayList<>();
        rules.add(new AuthorizationRule(List.of(), principals, List.of(), plaintext));
        if (!plaintext.isEmpty()) {
            rules.add(new AuthorizationRule(List.of(AuthorizationRule.ANY_IDENTITY), principals, plaintext, List.of()));
        }
        return rules;
    }

    /**
     * The same, and on each port everyone whose flows have other ports: where tunnels arrive, no NetworkPolicy tells
     * ports apart, so that nothing else would keep a tenant from allowing more of them.
     */
    static List<AuthorizationRule> byPort(Collection<Flow> known, List<Integer> plaintext) {
        TreeSet<Integer> open = new TreeSet<>(plaintext);
        known.forEach(flow -> open.addAll(flow.ports()));
        List<AuthorizationRule> rules = new ArrayList<>();
        rules.add(new AuthorizationRule(List.of(), List.of(), List.of(), List.copyOf(open)));
        byPrincipals(known, open).forEach((principals, ports) -> {
            add(rules, List.of(), principals, without(ports, plaintext));
            List<Integer> both = ports.stream().filter(plaintext::contains).toList();
            add(rules, List.of(AuthorizationRule.ANY_IDENTITY), principals, both);
        });
        return rules;
    }

    private static void add(
            List<AuthorizationRule> rules, List<String> principals, List<String> others, List<Integer> ports) {
        if (!ports.isEmpty()) {
            rules.add(new AuthorizationRule(principals, others, ports, List.of()));
        }
    }

    /** The ports that the same identities may use. */
    private static SortedMap<List<String>, List<Integer>> byPrincipals(
            Collection<Flow> known, Collection<Integer> open) {
        SortedMap<List<String>, List<Integer>> all = new TreeMap<>(
                (one, other) -> java.util.Arrays.compare(one.toArray(new String[0]), other.toArray(new String[0])));
        for (int port : open) {
            List<String> principals =
                    principals(known.stream().filter(flow -> flow.ports().contains(port)));
            all.computeIfAbsent(principals, absent -> new ArrayList<>()).add(port);
        }
        return all;
    }

    private static List<String> principals(Stream<Flow> flows) {
        return flows.map(flow -> flow.client().principal()).distinct().sorted().toList();
    }

    private static List<Integer> without(List<Integer> ports, List<Integer> others) {
        return ports.stream().filter(port -> !others.contains(port)).toList();
    }
}
