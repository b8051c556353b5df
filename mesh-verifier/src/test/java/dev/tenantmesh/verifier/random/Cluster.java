package dev.tenantmesh.verifier.random;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small cluster as data, from which both the manifests and the naive answer are made. */
record Cluster(
        List<Space> spaces,
        List<Member> members,
        List<Policy> policies,
        List<Admin> admins,
        List<Peers> authentications,
        List<Access> accesses) {

    record Space(String name, SortedMap<String, String> labels) {}

    record Member(
            String space,
            String name,
            SortedMap<String, String> labels,
            String account,
            Map<String, Integer> ports,
            boolean hostNetwork,
            String address) {

        /** Somebody outside the cluster. */
        static Member outside(String address) {
            return new Member("", address, new TreeMap<>(), "", Map.of(), false, address);
        }

        boolean isOutside() {
            return space.isEmpty();
        }
    }

    /** {@code null} for a selector that is not written. */
    record Select(SortedMap<String, String> equal, List<Expression> expressions) {}

    record Expression(String key, String operator, List<String> values) {}

    record Target(
            @Nullable Select spaces,
            @Nullable Select pods,
            @Nullable Block block) {}

    record Block(String cidr, List<String> except) {}

    record Ports(
            @Nullable String protocol,
            @Nullable String port,
            @Nullable Integer end) {}

    record Rule(@Nullable List<Target> targets, @Nullable List<Ports> ports) {}

    record Policy(
            String space,
            String name,
            Select pods,
            List<String> types,
            @Nullable List<Rule> ingress,
            @Nullable List<Rule> egress) {}

    record AdminRule(String action, List<Target> targets, List<Ports> ports) {}

    record Admin(
            String name, String tier, int priority, Select subject, List<AdminRule> ingress, List<AdminRule> egress) {}

    /** Bare: its selector is written and empty. */
    record Peers(
            String space,
            String name,
            SortedMap<String, String> pods,
            boolean bare,
            String mode,
            SortedMap<Integer, String> ports) {}

    /** Bare: its selector is written and empty. */
    record Access(
            String space,
            String name,
            SortedMap<String, String> pods,
            boolean bare,
            String action,
            List<Clause> rules) {}

    /** Empty lists are not written. */
    record Clause(
            List<String> principals,
            List<String> notPrincipals,
            List<String> spaces,
            List<String> notSpaces,
            List<String> accounts,
            List<String> blocks,
            List<String> ports,
            List<String> notPorts) {}
}
