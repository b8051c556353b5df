package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.ProblemsException;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.select.Avoiding;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.NamespaceIndex;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pods that nobody declared and that the policies of a destination could let in: for each peer that a rule names one
 * pod with the fewest labels that make it that peer, in known namespaces and in one that nobody declared; under each
 * name that an authorization names; with a proxy and without.
 */
public final class Strangers {

    /** From here on namespaces that one peer selects are not listed: one that nobody declared stands for them. */
    private static final int MOST_NAMESPACES = 64;

    private static final Peer.Pods ANYBODY =
            new Peer.Pods(Optional.of(LabelSelector.EVERYTHING), Optional.of(LabelSelector.EVERYTHING));

    private final World world;
    private final PolicyModel policies;
    private final Predicate<Pod> asked;
    private final Function<Pod, List<Pod>> before;
    private final NamespaceIndex namespaces;
    private final AdmittedNames names;
    private final Map<String, List<NetworkPolicy>> networkPolicies;
    private final List<Peer.Pods> denied;

    /**
     * @param asked whether a destination asks a source for what its proxy shows; else one pod stands for those with a
     *     proxy and those without
     * @param before the pods of waypoints that pass connections on to a pod
     */
    public Strangers(World world, PolicyModel policies, Predicate<Pod> asked, Function<Pod, List<Pod>> before) {
        this.world = world;
        this.policies = policies;
        this.asked = asked;
        this.before = before;
        this.namespaces = new NamespaceIndex(world.namespaces().values());
        this.names = new AdmittedNames(policies);
        this.networkPolicies =
                policies.networkPolicies().stream().collect(Collectors.groupingBy(NetworkPolicy::namespace));
        this.denied = policies.adminPolicies().stream()
                .flatMap(policy -> policy.rules().getOrDefault(Direction.INGRESS, List.of()).stream())
                .filter(rule -> rule.action() != AdminPolicy.Action.ALLOW)
                .flatMap(rule -> rule.match().peers().stream())
                .filter(Peer.Pods.class::isInstance)
                .map(Peer.Pods.class::cast)
                .distinct()
                .toList();
    }

    /** The pods; one without labels in a namespace without labels is always among them. */
    public List<Pod> admittedBy(Pod destination) {
        Set<Pod> all = new LinkedHashSet<>(admittedItself(destination));
        before.apply(destination).forEach(relay -> all.addAll(admittedItself(relay)));
        return List.copyOf(all);
    }

    private Set<Pod> admittedItself(Pod destination) {
        Set<String> named = names.of(destination);
        boolean proxied = asked.test(destination);
        Set<Pod> all = new LinkedHashSet<>();
        peers(destination, Direction.INGRESS).distinct().forEach(peer -> {
            for (Pod pod : of(peer, destination.namespace(), named)) {
                all.add(pod);
                if (proxied) {
                    withProxy(pod).forEach(all::add);
                }
            }
        });
        return all;
    }

    /** The pods that nobody declared and that a source could go to; one without labels is always among them. */
    public List<Pod> reachedBy(Pod source) {
        Set<Pod> all = new LinkedHashSet<>();
        peers(source, Direction.EGRESS).distinct().forEach(peer -> all.addAll(of(peer, source.namespace(), Set.of())));
        return List.copyOf(all);
    }

    private Stream<Peer.Pods> peers(Pod pod, Direction direction) {
        Stream<NetworkRule> own = networkPolicies.getOrDefault(pod.namespace().name(), List.of()).stream()
                .filter(policy -> policy.pods().selects(pod.labels()))
                .flatMap(policy -> policy.rules().getOrDefault(direction, List.of()).stream());
        Stream<NetworkRule> admin = policies.adminPolicies().stream()
                .flatMap(policy -> policy.rules().getOrDefault(direction, List.of()).stream())
                .map(AdminPolicy.AdminRule::match);
        Stream<Peer.Pods> named = Stream.concat(own, admin)
                .flatMap(rule -> rule.peers().stream())
                .filter(Peer.Pods.class::isInstance)
                .map(Peer.Pods.class::cast);
        return Stream.concat(Stream.of(ANYBODY), named);
    }

    private List<Pod> of(Peer.Pods peer, Namespace home, Set<String> named) {
        Set<SortedMap<String, String>> labels = ways(peer.pods().orElse(LabelSelector.EVERYTHING), Peer.Pods::pods);
        List<Namespace> inside = peer.namespaces()
                .map(selector -> Stream.concat(known(selector, named), unknown(selector, named)))
                .orElse(Stream.of(home))
                .toList();
        return labels.stream()
                .flatMap(own -> inside.stream().map(namespace -> Pod.possible(namespace, own, Map.of())))
                .toList();
    }

    /** The labels that a selector selects, and those with which an administrator's denial misses as well. */
    private Set<SortedMap<String, String>> ways(
            LabelSelector wanted, Function<Peer.Pods, Optional<LabelSelector>> side) {
        List<LabelSelector> others = denied.stream()
                .flatMap(peer -> side.apply(peer).stream())
                .distinct()
                .toList();
        Optional<Set<SortedMap<String, String>>> ways = Avoiding.ways(wanted, others);
        if (ways.isEmpty()) {
            AdminPolicy first = policies.adminPolicies().get(0);
            Problems problems = new Problems();
            problems.error(
                    ProblemCode.LIMIT_EXCEEDED,
                    first.origin(),
                    first.name(),
                    "There are more than " + Avoiding.MOST_WAYS
                            + " ways to miss what administrators' policies select, so not every kind of pod can be asked about.",
                    "Select by fewer labels, or by one label that means what the others mean together.");
            throw new ProblemsException(problems);
        }
        return ways.get();
    }

    private Stream<Namespace> known(LabelSelector selector, Set<String> named) {
        if (!selector.isEverything()) {
            List<Namespace> selected = namespaces.selectedBy(selector);
            if (selected.size() <= MOST_NAMESPACES) {
                return selected.stream();
            }
        }
        return toldApart(named)
                .flatMap(name -> world.namespace(name).stream())
                .filter(namespace -> selector.selects(namespace.labels()));
    }

    /** Those that are named, and those that a mesh lists by name: no namespace that nobody declared can stand for them. */
    private Stream<String> toldApart(Set<String> named) {
        return Stream.concat(named.stream(), policies.members().keySet().stream())
                .distinct()
                .sorted();
    }

    /** Namespaces that nobody declared and that a selector selects: one of no special name, and one of each name. */
    private Stream<Namespace> unknown(LabelSelector selector, Set<String> named) {
        return ways(selector, Peer.Pods::namespaces).stream().flatMap(labels -> {
            Stream<Namespace> called = named.stream().map(name -> Namespace.of(name, labels, null));
            return Stream.concat(Stream.of(Namespace.possible(labels)), called)
                    .filter(namespace -> world.namespace(namespace.name()).isEmpty())
                    .filter(namespace -> selector.selects(namespace.labels()));
        });
    }

    /** The same pod where it asks for a proxy itself, or where its namespace does if that is still to be made. */
    private Stream<Pod> withProxy(Pod pod) {
        Namespace home = pod.namespace();
        return world.namespace(home.name()).isPresent()
                ? Joining.ofPod(policies.meshes())
                        .map(asking -> Pod.possible(home, Joining.with(pod.labels(), asking), Map.of()))
                : Joining.ofNamespace(policies.meshes())
                        .map(asking -> home.with(Joining.with(home.labels(), asking)))
                        .map(joined -> Pod.possible(joined, pod.labels(), Map.of()));
    }
}
