package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Declared pods by what a destination can tell of them that names none of their namespaces: where no NetworkPolicy is about
 * either end, that is which proxies they have and which meshes they can show certificates of. Of those of one kind one
 * answers for all.
 */
final class Kinds {

    private final World world;
    private final PolicyModel policies;
    private final Function<Pod, Kind> kind;
    private final AdmittedNames names;
    private final Map<String, List<NetworkPolicy>> networkPolicies;
    private final Map<String, Set<Pod>> showing = new HashMap<>();
    private @Nullable Sorted sorted;

    /**
     * What can be told of a pod.
     *
     * @param plane what proxy it has
     * @param mesh whose
     * @param shown what of its certificates names no namespace
     */
    record Kind(DataPlane plane, Optional<MeshSettings> mesh, Set<Shown> shown) {}

    /**
     * A certificate that can be shown.
     *
     * @param trustDomain whose
     * @param certainty how certainly
     */
    record Shown(String trustDomain, Truth certainty) {}

    /**
     * The pods by kind.
     *
     * @param alike of each kind all
     * @param others those about which there are policies, or none can be
     */
    private record Sorted(Collection<List<Pod>> alike, List<Pod> others) {}

    /**
     * @param neighbours the namespaces of whoever owns a namespace, itself included
     * @param kind what can be told of a pod of the pod network
     */
    Kinds(World world, PolicyModel policies, Function<String, Set<String>> neighbours, Function<Pod, Kind> kind) {
        this.world = world;
        this.policies = policies;
        this.kind = kind;
        this.names = new AdmittedNames(policies);
        this.networkPolicies =
                policies.networkPolicies().stream().collect(Collectors.groupingBy(NetworkPolicy::namespace));
        for (Pod pod : world.pods()) {
            String own = pod.namespace().name();
            Stream.concat(Stream.of(own), neighbours.apply(own).stream())
                    .forEach(name -> showing.computeIfAbsent(name, absent -> new LinkedHashSet<>())
                            .add(pod));
        }
    }

    /**
     * The pods to be asked about for a destination; empty: all.
     *
     * @param named namespaces that are told apart from others all the same
     */
    Optional<List<Pod>> into(Pod destination, Set<String> named) {
        boolean policed = !policies.adminPolicies().isEmpty() || isPoliced(destination, Direction.INGRESS);
        return policed
                ? Optional.empty()
                : names.exactly(destination).map(own -> {
                    Set<Pod> apart = new LinkedHashSet<>();
                    Stream.of(
                                    named.stream(),
                                    own.stream(),
                                    Stream.of(destination.namespace().name()))
                            .flatMap(all -> all)
                            .forEach(name -> apart.addAll(showing.getOrDefault(name, Set.of())));
                    return with(apart);
                });
    }

    private List<Pod> with(Set<Pod> apart) {
        Sorted all = sorted();
        Set<Pod> asked = new LinkedHashSet<>(apart);
        asked.addAll(all.others());
        all.alike()
                .forEach(pods -> pods.stream()
                        .filter(pod -> !apart.contains(pod))
                        .findFirst()
                        .ifPresent(asked::add));
        return List.copyOf(asked);
    }

    private synchronized Sorted sorted() {
        Sorted known = sorted;
        if (known == null) {
            known = sort();
            sorted = known;
        }
        return known;
    }

    private Sorted sort() {
        Map<Kind, List<Pod>> alike = new LinkedHashMap<>();
        List<Pod> others = new ArrayList<>();
        for (Pod pod : world.pods()) {
            if (pod.hostNetwork() || isPoliced(pod, Direction.EGRESS)) {
                others.add(pod);
            } else {
                alike.computeIfAbsent(kind.apply(pod), absent -> new ArrayList<>())
                        .add(pod);
            }
        }
        return new Sorted(alike.values(), others);
    }

    private boolean isPoliced(Pod pod, Direction direction) {
        return networkPolicies.getOrDefault(pod.namespace().name(), List.of()).stream()
                .anyMatch(policy ->
                        policy.directions().contains(direction) && policy.pods().selects(pod.labels()));
    }
}
