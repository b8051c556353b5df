package dev.tenantmesh.verifier.reach.relay;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.Strangers;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.forward.Listener;
import dev.tenantmesh.verifier.reach.forward.Listener.Carries;
import dev.tenantmesh.verifier.reach.forward.Relay;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether the connections on a way through relays can be opened. A relay does what it is told and shows its own
 * certificate; where TLS goes through it, the one of whoever connected to it. Of relays that may be several things every
 * answer counts.
 */
final class RelayHops {

    private static final Set<Step.Layer> NETWORK = Set.of(Step.Layer.EGRESS, Step.Layer.INGRESS);

    private final PolicyModel policies;
    private final Reachability sources;
    private final Reachability relays;
    private final Reachability onHost;
    private final Strangers strangers;
    private final Map<Pod, List<Endpoint>> admitted = new HashMap<>();

    /** @param sources what holds of whoever begins */
    RelayHops(World world, PolicyModel policies, ClusterProfile profile, Reachability sources) {
        this.policies = policies;
        this.sources = sources;
        this.relays = new Reachability(world, policies, profile, Adversary.ACCIDENT, Set::of);
        this.onHost = profile.router().isPresent()
                ? new Reachability(world, policies, profile.withRouterOnHostNetwork(), Adversary.ACCIDENT, Set::of)
                : relays;
        this.strangers = sources.strangers();
    }

    SortedMap<Identity, Truth> identitiesOf(Endpoint source) {
        return sources.identitiesOf(source);
    }

    /**
     * The connection by which somebody comes in.
     *
     * @param shown whom a certificate can be shown for
     */
    Verdict into(Endpoint source, SortedMap<Identity, Truth> shown, Listener listener) {
        Relay relay = listener.relay();
        if (!relay.known().isCertain() && relay.candidates().isEmpty()) {
            return intoUnknown(source, relay);
        }
        Verdict joined = joined(relay.candidates().stream()
                .map(candidate -> sources.ask(source, shown, candidate, listener.port()))
                .toList());
        return entering(joined, listener);
    }

    /** Which of several servers of a port answers is decided by whether there is a mesh identity. */
    static Verdict entering(Verdict verdict, Listener listener) {
        boolean gateway = listener.relay().kind() == Relay.Kind.GATEWAY
                && listener.relay().known().isCertain();
        return gateway
                ? new Verdict(verdict.ways().stream()
                        .filter(way -> way.isPlaintext() != listener.mutual())
                        .toList())
                : verdict;
    }

    private Verdict intoUnknown(Endpoint source, Relay relay) {
        boolean leaves = !(source instanceof Pod pod) || pod.hostNetwork() || mayLeave(pod);
        String because = relay.id() + " is in no manifest, so that it is not known what lets it in";
        return doubtful(List.of(), leaves ? Truth.MAYBE : Truth.NO, because);
    }

    private boolean mayLeave(Pod pod) {
        List<Boolean> own = policies.networkPolicies().stream()
                .filter(policy -> policy.namespace().equals(pod.namespace().name())
                        && policy.directions().contains(Direction.EGRESS)
                        && policy.pods().selects(pod.labels()))
                .map(policy -> !policy.rules()
                        .getOrDefault(Direction.EGRESS, List.of())
                        .isEmpty())
                .toList();
        return own.isEmpty() || own.contains(true);
    }

    private static Verdict doubtful(List<Step> earlier, Truth passed, String because) {
        Step step = Step.of(Step.Layer.ROUTE, passed, because, null);
        return new Verdict(List.of(
                new Way(null, Stream.concat(earlier.stream(), Stream.of(step)).toList())));
    }

    /**
     * The connection that a relay opens.
     *
     * @param shown whom whoever connected to it can show a certificate for
     */
    Verdict onward(Listener listener, SortedMap<Identity, Truth> shown, Endpoint destination, Port port) {
        Relay relay = listener.relay();
        if (!relay.known().isCertain()) {
            return byUnknown(relay, destination, port);
        }
        return joined(relay.candidates().stream()
                .map(candidate -> {
                    Reachability asked = candidate.hostNetwork() ? onHost : relays;
                    return asked.ask(candidate, shownBy(candidate, listener, shown), destination, port);
                })
                .toList());
    }

    private SortedMap<Identity, Truth> shownBy(Pod relay, Listener listener, SortedMap<Identity, Truth> shown) {
        if (listener.carries() == Carries.TLS && !listener.mayWrap()) {
            return shown;
        }
        SortedMap<Identity, Truth> own = new TreeMap<>(relays.identitiesOf(relay));
        if (listener.carries() == Carries.TLS) {
            own.replaceAll((identity, certainty) -> certainty.and(Truth.MAYBE));
        }
        if (listener.carries() != Carries.NOTHING) {
            shown.forEach((identity, certainty) -> own.putIfAbsent(identity, certainty.and(Truth.MAYBE)));
        }
        return own;
    }

    /** Whom a certificate can be shown for to the next relay. */
    SortedMap<Identity, Truth> handedOn(Listener listener, SortedMap<Identity, Truth> shown) {
        return listener.relay().candidates().isEmpty() && listener.carries() != Carries.TLS
                ? new TreeMap<>()
                : shownBy(listener.relay().pod(), listener, shown);
    }

    /** Whoever it is: if the network lets in anybody that it could be, the rest may be so. */
    private Verdict byUnknown(Relay relay, Endpoint destination, Port port) {
        List<Endpoint> candidates =
                relay.candidates().isEmpty() ? candidates(relay.pod(), destination) : List.copyOf(relay.candidates());
        Verdict last = new Verdict(List.of());
        for (Endpoint candidate : candidates) {
            last = relays.ask(candidate, new TreeMap<>(), destination, port);
            List<Step> network = network(last);
            if (network.stream().allMatch(step -> step.passed().isPossible())) {
                String because = relay.id() + " is in no manifest as a gateway, so that it is not known who it is";
                return doubtful(network, Truth.MAYBE, because);
            }
        }
        return last;
    }

    private static List<Step> network(Verdict verdict) {
        return verdict.ways().stream()
                .findFirst()
                .map(way -> way.steps().stream()
                        .filter(step -> NETWORK.contains(step.layer()))
                        .toList())
                .orElse(List.of());
    }

    private List<Endpoint> candidates(Pod relay, Endpoint destination) {
        List<Endpoint> all = new ArrayList<>(List.of(relay, HostProcess.OTHER_NODE));
        if (destination instanceof Pod pod) {
            all.addAll(admitted.computeIfAbsent(pod, one -> List.copyOf(strangers.admittedBy(one))));
        }
        return all;
    }

    /** Every answer that may be right: what one of them opens may be open, what all of them open is. */
    private static Verdict joined(List<Verdict> verdicts) {
        if (verdicts.size() == 1) {
            return verdicts.get(0);
        }
        List<Way> open = verdicts.stream()
                .flatMap(verdict -> verdict.ways().stream())
                .filter(way -> way.isOpen().isPossible())
                .toList();
        if (open.isEmpty()) {
            return verdicts.get(0);
        }
        Map<String, List<Way>> alike = new TreeMap<>();
        open.forEach(way ->
                alike.computeIfAbsent(way.title(), absent -> new ArrayList<>()).add(way));
        return new Verdict(alike.values().stream()
                .map(ways -> ways.size() == verdicts.size() ? leastCertain(ways) : doubted(ways.get(0)))
                .toList());
    }

    private static Way leastCertain(List<Way> ways) {
        return ways.stream().min(java.util.Comparator.comparing(Way::isOpen)).orElseThrow();
    }

    private static Way doubted(Way way) {
        String because = "it is not known whether the router has the network of its nodes";
        Step step = Step.of(Step.Layer.ROUTE, Truth.MAYBE, because, null);
        return new Way(
                way.identity(),
                Stream.concat(way.steps().stream(), Stream.of(step)).toList());
    }
}
