package dev.tenantmesh.generator.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A broken manifest changes who reaches whom. What stands behind another layer shows only where that layer is gone: so
 * each mutant is tried with all layers, and with each of them taken away.
 */
class MutationTest {

    private static final int EVERY = Boolean.getBoolean("mesh.thorough") ? 1 : 31;

    /** Damage without effect, and why: the rule behind it still holds. */
    private static final Map<String, String> REDUNDANT = Map.ofEntries(
            Map.entry(
                    "networkpolicy-default-deny.yaml .*",
                    "the other policies of the namespace select every pod both ways, too"),
            Map.entry(
                    "networkpolicy-(allow-dns|allow-istiod|allow-inside|grant-.*|router-.*|istiod|workload-.*|gateway-.*).yaml (ingress|egress) only",
                    "another policy of the namespace isolates the same pods"),
            Map.entry(
                    "networkpolicy-allow-dns.yaml (any pod of the peer's namespace|namespace or pod)",
                    "no other pod of the DNS namespace listens in this world"),
            Map.entry(
                    "authorizationpolicy-default-deny.yaml .*",
                    "pods without a workload are closed by NetworkPolicy, and an owner's own ALLOW outvotes it"),
            Map.entry("peerauthentication-default.yaml .*", "the guards refuse plaintext, and the mesh says the same"),
            Map.entry(
                    "peerauthentication-workload-.*.yaml .*",
                    "what it says shows in the layers that let plaintext through"),
            Map.entry(
                    "authorizationpolicy-allow-collector.yaml .*",
                    "nobody may call the collector, and the namespace allows nobody, too"),
            Map.entry(
                    "authorizationpolicy-allow-.* (every pod|without ports)",
                    "the guards and NetworkPolicies of the other workloads still hold"),
            Map.entry(
                    "authorizationpolicy-guard-.* (every pod|without ports)",
                    "it denies more, to nobody who was let in"),
            Map.entry(
                    "authorizationpolicy-gateway-.* (every pod|without ports)",
                    "only the gateway's port is open in the network"),
            Map.entry(
                    "networkpolicy-workload-query.yaml peers of any namespace",
                    "no pod of another namespace has the client's labels in this world"));

    @ParameterizedTest
    @EnumSource
    void damageChangesWhoReachesWhom(RetailPlatform platform) {
        // Given
        List<Document> manifests = RetailManifests.on(platform);
        World world = RetailWorld.on(platform);
        List<Mutant> mutants = manifests.stream()
                .filter(document -> document.is("NetworkPolicy")
                        || document.is("PeerAuthentication")
                        || document.is("AuthorizationPolicy"))
                .flatMap(document -> Mutant.of(document, manifests))
                .toList();

        // When
        Set<String> survivors = IntStream.iterate(
                        platform.folder().length() % EVERY, i -> i < mutants.size(), i -> i + EVERY)
                .mapToObj(mutants::get)
                .toList()
                .parallelStream()
                .filter(mutant -> !changesReach(mutant, manifests, world))
                .map(Mutant::name)
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(mutants).hasSizeGreaterThan(300);
        assertThat(survivors.stream().filter(MutationTest::isUnexplained)).isEmpty();
    }

    private static boolean changesReach(Mutant mutant, List<Document> intact, World world) {
        return Stream.of(Layers.values())
                .anyMatch(layers -> !reach(layers.of(mutant.documents(), mutant.namespace()), mutant, world)
                        .equals(reach(layers.of(intact, mutant.namespace()), mutant, world)));
    }

    private static List<Set<Connection>> reach(List<Document> documents, Mutant mutant, World world) {
        Reach reach = new Reach(documents, world);
        Matrix matrix = Matrix.of(world, mutant.namespace()::equals);
        return List.of(matrix.ofHostile(reach), matrix.ofBehaved(reach));
    }

    private static boolean isUnexplained(String survivor) {
        String file = survivor.substring(survivor.indexOf('/') + 1);
        return REDUNDANT.keySet().stream().noneMatch(file::matches);
    }
}
