package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.GatewayServer;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.PortMatch;
import dev.tenantmesh.verifier.reach.mesh.EnrollmentRules;
import dev.tenantmesh.verifier.reach.mesh.Listeners;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the ports that policies can tell apart between two ends, so that one port stands for a whole range. */
final class PortCuts {

    private static final List<Integer> OF_PROXIES = List.of(15_001, 15_006, 15_008, 15_020, 15_021, 15_090);

    private final World world;
    private final PolicyModel policies;
    private final Map<String, List<NetworkPolicy>> networkPolicies;
    private final Map<String, List<AuthorizationPolicy>> authorizationPolicies;
    private final Map<String, List<PeerAuthentication>> peerAuthentications;
    private final Listeners listeners;

    PortCuts(World world, PolicyModel policies) {
        this.world = world;
        this.policies = policies;
        this.networkPolicies = byNamespace(policies.networkPolicies(), NetworkPolicy::namespace);
        this.authorizationPolicies = byNamespace(policies.authorizationPolicies(), AuthorizationPolicy::namespace);
        this.peerAuthentications = byNamespace(policies.peerAuthentications(), PeerAuthentication::namespace);
        this.listeners = new Listeners(world, policies.gatewayServers());
    }

    private static <T> Map<String, List<T>> byNamespace(List<T> all, Function<T, String> namespace) {
        return all.stream().collect(Collectors.groupingBy(namespace));
    }

    /**
     * What a destination itself tells apart.
     *
     * @param destination the destination
     * @param cuts by protocol, the first ports of whatever is told apart
     */
    record Own(Endpoint destination, Map<Port.Protocol, SortedSet<Integer>> cuts) {}

    /** What tells ports of a destination apart, whoever comes. */
    Own of(Endpoint destination) {
        Map<Port.Protocol, SortedSet<Integer>> cuts = ofRules(destination, Direction.INGRESS);
        if (destination instanceof Pod pod) {
            cuts.forEach((protocol, own) ->
                    ofDestination(pod, protocol).forEach(port -> cut(own, PortMatch.range(protocol, port, port))));
        }
        return new Own(destination, cuts);
    }

    /** The ranges between which some policy of one of the two ends makes a difference. */
    List<PortRange> between(Endpoint source, Own own) {
        List<PortRange> ranges = new ArrayList<>();
        ofRules(source, Direction.EGRESS).forEach((protocol, cuts) -> {
            cuts.addAll(own.cuts().getOrDefault(protocol, new TreeSet<>()));
            ranges.addAll(PortRange.cut(protocol, cuts));
        });
        return ranges;
    }

    private Map<Port.Protocol, SortedSet<Integer>> ofRules(Endpoint end, Direction direction) {
        Map<Port.Protocol, SortedSet<Integer>> cuts = new EnumMap<>(Port.Protocol.class);
        for (Port.Protocol protocol : Port.Protocol.values()) {
            cuts.put(protocol, new TreeSet<>());
        }
        rules(end, direction)
                .flatMap(rule -> rule.ports().stream())
                .filter(ports -> ports.name() == null)
                .forEach(ports -> cuts.computeIfPresent(ports.protocol(), (protocol, own) -> cut(own, ports)));
        return cuts;
    }

    private static SortedSet<Integer> cut(SortedSet<Integer> cuts, PortMatch ports) {
        cuts.add(ports.first());
        cuts.add(ports.last() + 1);
        return cuts;
    }

    private Stream<NetworkRule> rules(Endpoint end, Direction direction) {
        if (!(end instanceof Pod pod)) {
            return Stream.of();
        }
        Stream<NetworkRule> own = networkPolicies.getOrDefault(pod.namespace().name(), List.of()).stream()
                .filter(policy -> policy.pods().selects(pod.labels()))
                .flatMap(policy -> policy.rules().getOrDefault(direction, List.of()).stream());
        Stream<NetworkRule> admin = policies.adminPolicies().stream()
                .flatMap(policy -> policy.rules().getOrDefault(direction, List.of()).stream())
                .map(AdminPolicy.AdminRule::match);
        return Stream.concat(own, admin);
    }

    private Stream<Integer> ofDestination(Pod pod, Port.Protocol protocol) {
        Stream<Integer> declared = pod.ports().stream()
                .map(Pod.ContainerPort::port)
                .filter(port -> port.protocol() == protocol)
                .map(Port::number);
        if (protocol != Port.Protocol.TCP) {
            return declared;
        }
        Stream<Integer> served = world.servicesOf(pod).stream()
                .flatMap(service -> service.ports().stream())
                .flatMap(offered -> Stream.concat(
                        offered.of(pod).stream().map(Port::number),
                        Stream.of(offered.port().number())));
        Stream<Integer> modes = peerAuthentications.getOrDefault(pod.namespace().name(), List.of()).stream()
                .flatMap(policy -> policy.ports().keySet().stream());
        Stream<Integer> listened =
                EnrollmentRules.isGateway(pod) ? listeners.of(pod).stream().map(GatewayServer::port) : Stream.of();
        return Stream.of(declared, served, modes, listened, authorized(pod), excluded(pod), OF_PROXIES.stream())
                .flatMap(ports -> ports);
    }

    private Stream<Integer> authorized(Pod pod) {
        Stream<String> homes = Stream.concat(
                policies.meshes().stream().map(mesh -> mesh.rootNamespace()),
                Stream.of(pod.namespace().name()));
        return homes.distinct()
                .flatMap(home -> authorizationPolicies.getOrDefault(home, List.of()).stream())
                .flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> Stream.of(rule.to(), rule.when()).flatMap(List::stream))
                .flatMap(clause -> Stream.of(clause.values(), clause.notValues()))
                .flatMap(values -> values.getOrDefault(Attribute.PORT, List.of()).stream())
                .filter(port -> port.matches("[0-9]{1,5}"))
                .map(Integer::valueOf);
    }

    private static Stream<Integer> excluded(Pod pod) {
        return pod.annotations().entrySet().stream()
                .filter(annotation -> annotation.getKey().startsWith("traffic.sidecar.istio.io/"))
                .flatMap(annotation -> Arrays.stream(annotation.getValue().split(",")))
                .map(String::strip)
                .filter(port -> port.matches("[0-9]{1,5}"))
                .map(Integer::valueOf);
    }
}
