package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.reach.mesh.MeshLayer;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a source can show a certificate for. Whoever makes pods in a namespace can run them as any of its service
 * accounts, and a key of a pod with a proxy works in one without.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation">Workload creation</a>
 */
final class Identities {

    private static final Pattern NAMED = Pattern.compile(".*/ns/([^/*]+)/sa/([^/*]+)$");

    private final World world;
    private final MeshLayer mesh;
    private final Adversary adversary;
    private final Function<String, Set<String>> neighbours;
    private final Map<String, Set<String>> accounts;
    private final Map<String, List<Pod>> pods;
    private final Map<String, Map<MeshSettings, Truth>> meshes = new ConcurrentHashMap<>();

    /**
     * @param neighbours the namespaces of whoever owns a namespace, itself included
     */
    Identities(
            World world,
            MeshLayer mesh,
            List<AuthorizationPolicy> policies,
            Adversary adversary,
            Function<String, Set<String>> neighbours) {
        this.world = world;
        this.mesh = mesh;
        this.adversary = adversary;
        this.neighbours = neighbours;
        this.pods = world.podsByNamespace();
        this.accounts = Stream.concat(
                        world.pods().stream().map(pod -> List.of(pod.namespace().name(), pod.serviceAccount())),
                        policies.stream().flatMap(Identities::named))
                .collect(Collectors.groupingBy(
                        pair -> pair.get(0),
                        Collectors.mapping(pair -> pair.get(1), Collectors.toCollection(TreeSet::new))));
    }

    /** Service accounts that policies name: somebody could make them. */
    private static Stream<List<String>> named(AuthorizationPolicy policy) {
        return policy.rules().stream()
                .flatMap(rule -> Stream.of(rule.from(), rule.when()).flatMap(List::stream))
                .flatMap(clause -> Stream.of(clause.values(), clause.notValues()))
                .flatMap(values -> values.getOrDefault(Attribute.PRINCIPAL, List.of()).stream())
                .map(NAMED::matcher)
                .filter(Matcher::matches)
                .map(match -> List.of(match.group(1), match.group(2)));
    }

    /** Whom a source can show a certificate for to a destination, and how certainly. */
    SortedMap<Identity, Truth> of(Endpoint source, Pod destination) {
        SortedMap<Identity, Truth> all = new TreeMap<>();
        if (!(source instanceof Pod pod)) {
            return all;
        }
        if (adversary == Adversary.ACCIDENT) {
            Truth spoken = understands(pod, destination);
            mesh.enrollment(pod)
                    .mesh()
                    .ifPresent(joined -> accountsOf(pod)
                            .forEach(account ->
                                    all.put(identity(joined, pod.namespace().name(), account), spoken)));
            return all;
        }
        for (String namespace : neighbours.apply(pod.namespace().name())) {
            for (Map.Entry<MeshSettings, Truth> joined :
                    meshes.computeIfAbsent(namespace, this::meshesOf).entrySet()) {
                accountsIn(namespace)
                        .forEach(account -> all.put(identity(joined.getKey(), namespace, account), joined.getValue()));
            }
        }
        return all;
    }

    /** Proxies of pods speak mutual TLS, those of nodes tunnels; whether one also speaks the other's depends on its version. */
    private Truth understands(Pod source, Pod destination) {
        boolean sourceTunnels = mesh.enrollment(source).plane() == DataPlane.AMBIENT;
        boolean destinationTunnels = mesh.enrollment(destination).plane() == DataPlane.AMBIENT;
        return sourceTunnels == destinationTunnels ? Truth.YES : Truth.MAYBE;
    }

    /** A pod that nobody declared runs as whatever whoever makes it says. */
    private Stream<String> accountsOf(Pod pod) {
        return pod.isPossible() ? accountsIn(pod.namespace().name()) : Stream.of(pod.serviceAccount());
    }

    private Stream<String> accountsIn(String namespace) {
        return Stream.concat(accounts.getOrDefault(namespace, Set.of()).stream(), Stream.of(Identity.ANY_OTHER));
    }

    private static Identity identity(MeshSettings mesh, String namespace, String account) {
        return new Identity(mesh.trustDomain(), namespace, account);
    }

    /** The meshes that pods of a namespace are, or could be, in. */
    private Map<MeshSettings, Truth> meshesOf(String namespace) {
        Map<MeshSettings, Truth> meshes = new java.util.LinkedHashMap<>();
        pods.getOrDefault(namespace, List.of())
                .forEach(pod -> mesh.enrollment(pod).mesh().ifPresent(joined -> meshes.put(joined, Truth.YES)));
        world.namespace(namespace).ifPresent(home -> {
            Pod possible = Pod.possible(home, Map.of("sidecar.istio.io/inject", "true"), Map.of());
            mesh.enrollment(possible).mesh().ifPresent(joined -> meshes.putIfAbsent(joined, Truth.YES));
        });
        return meshes;
    }
}
