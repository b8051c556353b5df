package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.reach.network.NetworkLayer;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers who can reach whom: a connection must pass the network at both ends, and then the proxy of the destination.
 * What the source's own proxy would do counts for nothing, since whoever owns the source can go past it.
 */
public final class Reachability {

    private final World world;
    private final NetworkLayer network;
    private final MeshLayer mesh;
    private final Identities identities;
    private final PortCuts portCuts;
    private final Candidates candidates;

    /**
     * @param neighbours the namespaces of whoever owns a namespace, itself included
     */
    public Reachability(
            World world,
            PolicyModel policies,
            ClusterProfile profile,
            Adversary adversary,
            Function<String, Set<String>> neighbours) {
        this.world = world;
        this.network = new NetworkLayer(policies.networkPolicies(), policies.adminPolicies(), profile);
        this.mesh = new MeshLayer(policies, world, profile);
        this.identities = new Identities(world, mesh, policies.authorizationPolicies(), adversary, neighbours);
        this.portCuts = new PortCuts(world, policies);
        this.candidates = new Candidates(world, policies, profile);
    }

    /** Whether a source can open a connection to a port of a destination, and how. */
    public Verdict ask(Endpoint source, Endpoint destination, Port port) {
        return ask(source, identities.of(source), destination, port);
    }

    /** Whom an endpoint can show a certificate for. */
    public SortedMap<Identity, Truth> identitiesOf(Endpoint source) {
        return identities.of(source);
    }

    /**
     * The same where whoever is heard is not whoever connects, since the source only passes bytes on.
     *
     * @param shown whom a certificate can be shown for
     */
    public Verdict ask(Endpoint source, SortedMap<Identity, Truth> shown, Endpoint destination, Port port) {
        List<Step> steps = new ArrayList<>();
        if (source instanceof Pod pod) {
            steps.add(network.ask(pod, Direction.EGRESS, destination, port));
        }
        if (destination instanceof Pod pod) {
            steps.add(network.ask(pod, Direction.INGRESS, source, port));
        }
        boolean stopped = steps.stream().anyMatch(step -> !step.passed().isPossible());
        if (stopped || !(destination instanceof Pod pod)) {
            return new Verdict(List.of(new Way(null, steps)));
        }
        return new Verdict(mesh.ways(pod, source, port, shown, protocols(pod, port)).stream()
                .map(way -> way.after(steps))
                .toList());
    }

    /** The ranges of ports between which a policy of either end makes a difference. */
    public List<PortRange> portsBetween(Endpoint source, Endpoint destination) {
        return portCuts.between(source, destination);
    }

    /** The declared pods that a destination may let in; empty if that may be any of them. */
    public Optional<Set<Pod>> sourcesOf(Pod destination) {
        return candidates.sourcesOf(destination);
    }

    /** What the Services of a pod say of a port: their word for its protocol, or the beginning of its name. */
    private Set<String> protocols(Pod pod, Port port) {
        return world.servicesOf(pod).stream()
                .flatMap(service -> service.ports().stream())
                .filter(offered -> offered.of(pod).map(port::equals).orElse(false))
                .map(Reachability::protocol)
                .collect(Collectors.toSet());
    }

    private static String protocol(Service.ServicePort port) {
        String name = port.name();
        int dash = name.indexOf('-');
        return port.appProtocol().isEmpty() ? dash < 0 ? name : name.substring(0, dash) : port.appProtocol();
    }
}
