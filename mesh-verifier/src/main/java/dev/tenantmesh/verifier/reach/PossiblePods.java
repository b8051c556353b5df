package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Satisfying;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pods that nobody declared and that could exist all the same. Of each kind that selectors can tell apart there is
 * one, with the fewest labels that make it one of that kind; so a question over all possible pods is a question over
 * these.
 */
public final class PossiblePods {

    /** More kinds of pods than this in one namespace are not told apart. */
    public static final int MOST_KINDS = 256;

    private final World world;
    private final PolicyModel policies;
    private final Map<String, List<Pod>> pods;
    private final Map<String, List<NetworkPolicy>> networkPolicies;
    private final Map<String, List<LabelSelector>> meshSelectors;
    private final List<LabelSelector> rootSelectors;
    private final List<Peer.Pods> subjects;

    public PossiblePods(World world, PolicyModel policies) {
        this.world = world;
        this.policies = policies;
        this.networkPolicies =
                policies.networkPolicies().stream().collect(Collectors.groupingBy(NetworkPolicy::namespace));
        this.pods = world.podsByNamespace();
        this.subjects = policies.adminPolicies().stream()
                .map(AdminPolicy::subject)
                .distinct()
                .toList();
        this.meshSelectors = meshSelectors(policies);
        this.rootSelectors = policies.meshes().stream()
                .map(mesh -> mesh.rootNamespace())
                .distinct()
                .flatMap(root -> meshSelectors.getOrDefault(root, List.of()).stream())
                .toList();
    }

    private static Map<String, List<LabelSelector>> meshSelectors(PolicyModel policies) {
        Map<String, List<LabelSelector>> all = new HashMap<>();
        policies.peerAuthentications().forEach(policy -> add(all, policy.namespace(), policy.pods()));
        policies.authorizationPolicies().forEach(policy -> add(all, policy.namespace(), policy.pods()));
        policies.gatewayServers().forEach(server -> add(all, server.namespace(), server.pods()));
        return all;
    }

    private static void add(Map<String, List<LabelSelector>> all, String namespace, LabelSelector selector) {
        all.computeIfAbsent(namespace, absent -> new ArrayList<>()).add(selector);
    }

    /**
     * The pods of a namespace that its own policies and Services tell apart and that none of its declared pods stands
     * for; the first of them is one that nothing selects by a label.
     */
    public List<Pod> in(Namespace namespace) {
        List<LabelSelector> selectors = selectors(namespace);
        Set<Set<LabelSelector>> declared = pods.getOrDefault(namespace.name(), List.of()).stream()
                .map(pod -> signature(pod, selectors))
                .collect(Collectors.toSet());
        return kinds(selectors).stream()
                .map(labels -> Pod.possible(namespace, asking(namespace, labels), Map.of()))
                .filter(pod -> !declared.contains(signature(pod, selectors)))
                .toList();
    }

    /** The namespaces that have more kinds of pods than are told apart, so that {@link #in} leaves some out. */
    public List<Namespace> cut() {
        return world.namespaces().values().stream()
                .filter(namespace -> kinds(selectors(namespace)).size() >= MOST_KINDS)
                .toList();
    }

    private List<LabelSelector> selectors(Namespace home) {
        String namespace = home.name();
        return Stream.of(
                        subjects.stream()
                                .filter(subject -> subject.namespaces()
                                        .map(selector -> selector.selects(home.labels()))
                                        .orElse(false))
                                .flatMap(subject -> subject.pods().stream()),
                        networkPolicies.getOrDefault(namespace, List.of()).stream()
                                .map(NetworkPolicy::pods),
                        meshSelectors.getOrDefault(namespace, List.of()).stream(),
                        rootSelectors.stream(),
                        world.services().getOrDefault(namespace, List.of()).stream()
                                .map(service -> LabelSelector.of(service.selector())))
                .flatMap(selectors -> selectors)
                .filter(selector -> !selector.isEverything())
                .distinct()
                .sorted(Comparator.comparing(LabelSelector::toString))
                .toList();
    }

    private static Set<LabelSelector> signature(Pod pod, List<LabelSelector> selectors) {
        return selectors.stream()
                .filter(selector -> selector.selects(pod.labels()))
                .collect(Collectors.toSet());
    }

    /** The labels of every kind, at most {@link #MOST_KINDS}: of each choice of selectors that some labels meet, the fewest. */
    private static Set<SortedMap<String, String>> kinds(List<LabelSelector> selectors) {
        List<List<LabelSelector>> choices = new ArrayList<>(List.of(List.of()));
        Set<SortedMap<String, String>> kinds = new LinkedHashSet<>();
        kinds.add(new TreeMap<>());
        for (LabelSelector selector : selectors) {
            for (List<LabelSelector> choice : List.copyOf(choices)) {
                List<LabelSelector> wider =
                        Stream.concat(choice.stream(), Stream.of(selector)).toList();
                Optional<SortedMap<String, String>> labels = Satisfying.all(wider);
                if (labels.isPresent() && kinds.size() < MOST_KINDS) {
                    choices.add(wider);
                    kinds.add(labels.get());
                }
            }
        }
        return kinds;
    }

    /** With the label by which pods of a member namespace join, where pods must ask for it. */
    public Map<String, String> asking(Namespace namespace, Map<String, String> labels) {
        if (!policies.members().containsKey(namespace.name())) {
            return labels;
        }
        Map<String, String> joined = new TreeMap<>(labels);
        joined.put("sidecar.istio.io/inject", "true");
        return joined;
    }
}
