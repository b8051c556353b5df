package dev.tenantmesh.generator.plan.authorization;

import dev.tenantmesh.generator.plan.flow.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One rule of an AuthorizationPolicy; what is empty says nothing. Only what the TCP layer knows is used, so that a
 * rule means the same on every port.
 *
 * @param principals identities, one of which the peer must have
 * @param notPrincipals identities that the peer must not have; a peer without an identity has none of them
 * @param ports pod ports
 * @param notPorts all other pod ports
 * @param serverNames names, one of which the client must have asked for in its TLS handshake
 * @param notServerNames names that it must not have asked for; who asked for none, did not
 */
public record AuthorizationRule(
        List<String> principals,
        List<String> notPrincipals,
        List<Integer> ports,
        List<Integer> notPorts,
        List<String> serverNames,
        List<String> notServerNames) {

    /** The value that every identity has, and a peer in plaintext has not. */
    static final String ANY_IDENTITY = "*";

    public AuthorizationRule {
        principals = principals.stream().distinct().sorted().toList();
        notPrincipals = notPrincipals.stream().distinct().sorted().toList();
        ports = ports.stream().distinct().sorted().toList();
        notPorts = notPorts.stream().distinct().sorted().toList();
        serverNames = serverNames.stream().distinct().sorted().toList();
        notServerNames = notServerNames.stream().distinct().sorted().toList();
    }

    /** A rule that asks for no server names. */
    AuthorizationRule(
            List<String> principals, List<String> notPrincipals, List<Integer> ports, List<Integer> notPorts) {
        this(principals, notPrincipals, ports, notPorts, List.of(), List.of());
    }

    /** Whether it says nothing about who the peer is. */
    public boolean isForEveryone() {
        return principals.isEmpty() && notPrincipals.isEmpty();
    }

    /** Peers with one of these identities, on these ports. */
    static AuthorizationRule identities(List<String> principals, List<Integer> ports) {
        return new AuthorizationRule(principals, List.of(), ports, List.of());
    }

    /** The clients of flows, one rule for those with the same ports. */
    static List<AuthorizationRule> byPorts(Collection<Flow> flows) {
        Map<List<Integer>, List<String>> principalsByPorts = flows.stream()
                .collect(Collectors.groupingBy(
                        Flow::ports,
                        () -> new TreeMap<>(AuthorizationRule::comparePorts),
                        Collectors.mapping(flow -> flow.client().principal(), Collectors.toList())));
        List<AuthorizationRule> rules = new ArrayList<>();
        principalsByPorts.forEach((ports, principals) -> rules.add(identities(principals, ports)));
        return rules;
    }

    private static int comparePorts(List<Integer> one, List<Integer> other) {
        return Arrays.compare(one.toArray(new Integer[0]), other.toArray(new Integer[0]));
    }

    /** Peers without an identity, on these ports. */
    static AuthorizationRule plaintext(List<Integer> ports) {
        return new AuthorizationRule(List.of(), List.of(ANY_IDENTITY), ports, List.of());
    }

    /** Everyone, on these ports. */
    static AuthorizationRule everyone(List<Integer> ports) {
        return new AuthorizationRule(List.of(), List.of(), ports, List.of());
    }
}
