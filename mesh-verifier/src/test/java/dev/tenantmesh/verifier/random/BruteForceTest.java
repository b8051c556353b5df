package dev.tenantmesh.verifier.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.random.Cluster.Member;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds verdicts against an evaluator that shares no code with them, over random clusters: what is certain must be so,
 * and what is so must be possible. A difference is reduced to the objects that it takes and shown with its seed.
 */
class BruteForceTest {

    private static final long SEED = Long.getLong("mesh.seed", 20_261_125L);
    private static final int RUNS = Boolean.getBoolean("mesh.thorough") ? 20_000 : 2_000;
    private static final List<Port> PORTS = List.of(
            Port.tcp(8080),
            Port.tcp(8081),
            Port.tcp(8082),
            Port.tcp(9000),
            Port.tcp(15_008),
            Port.tcp(15_020),
            new Port(Port.Protocol.UDP, 8080));
    private static final List<Member> OUTSIDE = List.of(Member.outside("203.0.113.7"), Member.outside("198.51.100.9"));

    private static final ClusterProfile ADDRESSES_KNOWN = new ClusterProfile(
            "addresses known",
            Truth.YES,
            Truth.YES,
            Truth.MAYBE,
            Optional.empty(),
            List.of(AddressRange.ofCidr("10.0.0.0/16").orElseThrow()),
            List.of(AddressRange.ofCidr("192.168.0.0/24").orElseThrow()));

    @Test
    void what_is_certain_is_so_and_what_is_so_is_possible() {
        RandomGenerator seeds = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Optional<String> counterexample = seeds.longs(RUNS).boxed().toList().parallelStream()
                .map(BruteForceTest::counterexample)
                .flatMap(Optional::stream)
                .findFirst();
        assertThat(counterexample).isEmpty();
    }

    private static Optional<String> counterexample(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Cluster cluster = RandomCluster.of(random);
        Choice choice = Choice.of(random);
        ClusterProfile profile = random.nextBoolean() ? ClusterProfile.KUBERNETES : ADDRESSES_KNOWN;
        List<Port> ports =
                random.ints(3, 0, PORTS.size()).distinct().mapToObj(PORTS::get).toList();
        return difference(cluster, choice, profile, ports).map(different -> {
            Cluster reduced = Reduction.of(
                    cluster,
                    smaller -> difference(smaller, choice, profile, ports).isPresent());
            return difference(reduced, choice, profile, ports).orElse(different) + "\nseed " + seed + "\n" + choice
                    + "\n" + String.join("\n---\n", ClusterYaml.objects(reduced));
        });
    }

    private static Optional<String> difference(
            Cluster cluster, Choice choice, ClusterProfile profile, List<Port> ports) {
        Problems problems = new Problems();
        String text = String.join("\n---\n", ClusterYaml.objects(cluster));
        MeshVerifier verifier = MeshVerifier.of(ManifestLoader.read("random.yaml", text, problems), profile, problems);
        Reachability reachability = verifier.reachability(Adversary.ACCIDENT);
        BruteForce brute = new BruteForce(cluster, choice);
        List<String> differences = new ArrayList<>();
        List<Member> everybody =
                Stream.concat(cluster.members().stream(), OUTSIDE.stream()).toList();
        for (Member source : everybody) {
            for (Member destination : source.isOutside() ? cluster.members() : everybody) {
                for (Port port : ports) {
                    Verdict verdict = reachability.ask(end(verifier, source), end(verifier, destination), port);
                    for (boolean mutual : new boolean[] {false, true}) {
                        boolean so = brute.connects(
                                source, destination, port.protocol().name(), port.number(), mutual);
                        if ((so && !is(verdict, mutual, false)) || (!so && is(verdict, mutual, true))) {
                            differences.add(source.space() + "/" + source.name() + " -> " + destination.space() + "/"
                                    + destination.name() + " " + port + (mutual ? " mTLS" : " plaintext")
                                    + ": plainly " + so + ", but " + verdict.meaning() + "\n" + verdict.ways());
                        }
                    }
                }
            }
        }
        return differences.stream().findFirst();
    }

    private static boolean is(Verdict verdict, boolean mutual, boolean certainly) {
        return verdict.ways().stream()
                .filter(way -> way.isPlaintext() != mutual)
                .map(Way::isOpen)
                .anyMatch(open -> certainly ? open.isCertain() : open.isPossible());
    }

    private static Endpoint end(MeshVerifier verifier, Member member) {
        return member.isOutside()
                ? new External(AddressRange.ofCidr(member.address() + "/32").orElseThrow())
                : verifier.world().podsOf(member.space() + "/" + member.name()).get(0);
    }
}
