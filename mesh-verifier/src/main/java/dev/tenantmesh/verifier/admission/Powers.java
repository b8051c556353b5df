package dev.tenantmesh.verifier.admission;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkPolicyReader;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What owners can make of policies in their namespaces. Found out by trying: each attempt is an object that would open the most,
 * and counts unless the API server certainly refuses it to all of them.
 */
public final class Powers {

    private static final String NETWORKING = "networking.k8s.io";
    private static final String SECURITY = "security.istio.io";

    private final Map<String, List<NetworkPolicy>> networkPolicies = new TreeMap<>();
    private final Set<String> weakening = new TreeSet<>();
    private final Set<String> allowing = new TreeSet<>();
    private final Set<String> kept = new TreeSet<>();
    private final Map<String, List<Writer>> writers;
    private final @Nullable Gate gate;

    private Powers(Map<String, List<Writer>> writers, @Nullable Gate gate) {
        this.writers = writers;
        this.gate = gate;
    }

    /** Where nothing refuses anything. */
    public static Powers unlimited(Set<String> namespaces) {
        Powers powers = new Powers(Map.of(), null);
        namespaces.forEach(
                namespace -> powers.networkPolicies.put(namespace, read(Attempts.networkPolicies(namespace))));
        powers.weakening.addAll(namespaces);
        powers.allowing.addAll(namespaces);
        return powers;
    }

    /**
     * Where admission policies may refuse something.
     *
     * @param writers everybody who may write in the namespaces
     */
    public static Powers of(Manifests manifests, World world, List<Writer> writers) {
        Gate gate = new Gate(manifests, world);
        Powers powers = new Powers(
                writers.stream().collect(Collectors.groupingBy(Writer::namespace, TreeMap::new, Collectors.toList())),
                gate);
        Map<String, List<Manifest>> policies = manifests.all().stream()
                .filter(manifest -> Set.of(NETWORKING, SECURITY).contains(manifest.group()))
                .collect(Collectors.groupingBy(Manifest::namespace));
        powers.writers.forEach(
                (namespace, some) -> powers.find(namespace, some, policies.getOrDefault(namespace, List.of()), gate));
        return powers;
    }

    /** Where it is not known who writes, since somebody else does it for them, everything is stored. */
    public Powers orUnlimited(Set<String> namespaces) {
        namespaces.stream()
                .filter(namespace -> !networkPolicies.containsKey(namespace))
                .forEach(namespace -> networkPolicies.put(namespace, read(Attempts.networkPolicies(namespace))));
        return this;
    }

    private void find(String namespace, List<Writer> writers, List<Manifest> own, Gate gate) {
        Function<Manifest, Boolean> stored = attempt -> writers.stream()
                .anyMatch(writer -> gate.admits(writer, attempt)
                        || own.stream()
                                .filter(before -> before.kind().equals(attempt.kind()))
                                .anyMatch(before -> gate.admits(writer, before, attempt, "")));
        networkPolicies.put(
                namespace,
                read(Attempts.networkPolicies(namespace).stream()
                        .filter(stored::apply)
                        .toList()));
        if (Attempts.peerAuthentications(namespace).stream().anyMatch(stored::apply)) {
            weakening.add(namespace);
        }
        if (Attempts.authorizationPolicies(namespace).stream().anyMatch(stored::apply)) {
            allowing.add(namespace);
        }
        own.stream()
                .filter(manifest -> writers.stream().noneMatch(writer -> gate.admitsRemoval(writer, manifest)))
                .map(manifest -> key(manifest.kind(), namespace, manifest.name()))
                .forEach(kept::add);
    }

    private static List<NetworkPolicy> read(List<Manifest> attempts) {
        NetworkPolicyReader reader = new NetworkPolicyReader(new Problems());
        return attempts.stream().map(reader::read).toList();
    }

    private static String key(String kind, String namespace, String name) {
        return kind + " " + namespace + "/" + name;
    }

    /** The NetworkPolicies that the owners of a namespace could store, of those that open the most. */
    public List<NetworkPolicy> networkPolicies(String namespace) {
        return networkPolicies.getOrDefault(namespace, List.of());
    }

    /** Whether they can have their proxies demand less than mutual TLS. */
    public boolean weakensMutualTls(String namespace) {
        return weakening.contains(namespace);
    }

    /** Whether they can have their proxies allow anybody. */
    public boolean allowsAnybody(String namespace) {
        return allowing.contains(namespace);
    }

    /** Whether they can take an object away. */
    public boolean removes(String kind, String namespace, String name) {
        return networkPolicies.containsKey(namespace) && !kept.contains(key(kind, namespace, name));
    }

    /** Whether they can store an object; a pod also by a workload that a controller makes pods of. */
    public boolean stores(String namespace, String object) {
        Manifest attempt = Gate.written("what owners of " + namespace + " could write", object);
        Gate asked = gate;
        return asked == null
                || Stream.concat(
                                writers.getOrDefault(namespace, List.of()).stream(),
                                attempt.kind().equals("Pod") ? Stream.of(Writer.controller(namespace)) : Stream.of())
                        .anyMatch(writer -> asked.admits(writer, attempt));
    }

    /** Whether they can change their namespace, if a role lets them. */
    public boolean changes(String namespace, String before, String after, String subresource) {
        Gate asked = gate;
        return asked == null
                || writers.getOrDefault(namespace, List.of()).stream()
                        .anyMatch(writer -> asked.admits(
                                writer, Gate.written("before", before), Gate.written("after", after), subresource));
    }

    /** Why admission policies may not count, one sentence each. */
    public Set<String> doubts() {
        return gate == null ? Set.of() : gate.doubts();
    }
}
