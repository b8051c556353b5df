package dev.tenantmesh.verifier.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.Owners;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is not asked about would have answered nothing else than those who are, over random clusters. */
class NarrowingTest {

    private static final long SEED = Long.getLong("mesh.seed", 20_261_126L);
    private static final int RUNS = Boolean.getBoolean("mesh.thorough") ? 2_000 : 40;
    private static final List<String> SPACES = List.of("red", "blue", "green");
    private static final List<PortRange> ALL = Stream.of(Port.Protocol.values())
            .map(protocol -> new PortRange(protocol, 1, 65_535))
            .toList();

    /** Nobody, which nothing but asking tells. */
    private static final Party NOBODY = new Party() {
        @Override
        public boolean includes(Endpoint endpoint) {
            return false;
        }

        @Override
        public String title() {
            return "nobody";
        }
    };

    private static void forMany(BiConsumer<Evidence, RandomGenerator> property) {
        RandomGenerator seeds = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int run = 0; run < RUNS; run++) {
            long seed = seeds.nextLong();
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            String manifests = String.join("\n---\n", ClusterYaml.objects(RandomCluster.of(random)));
            Problems problems = new Problems();
            MeshVerifier verifier = MeshVerifier.of(
                    ManifestLoader.read("random.yaml", manifests, problems), ClusterProfile.KUBERNETES, problems);
            Owners owners = new Owners(
                    random.nextBoolean() ? Map.of("team", Set.of("red", "blue")) : Map.of(),
                    random.nextBoolean() ? Set.of("red", "blue") : Set.of());
            try {
                property.accept(new Evidence(verifier, owners, one(List.of(Level.values()), random)), random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + "\n" + manifests, e);
            }
        }
    }

    private static <T> T one(List<T> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }

    @Test
    void nobody_is_left_out_who_may_be_connected() {
        forMany((evidence, random) -> {
            Connectivity connectivity = evidence.at(evidence.level());
            List<Pod> pods = evidence.verifier().world().pods();
            for (Pod pod : pods) {
                assertThat(connectivity.outOf(pod).stream()
                                .map(Connection::destination)
                                .filter(pods::contains))
                        .containsExactlyInAnyOrderElementsOf(pods.stream()
                                .filter(other -> !other.equals(pod)
                                        && connectivity.between(pod, other).isPresent())
                                .toList());
                assertThat(connectivity.into(pod).stream()
                                .map(Connection::source)
                                .filter(pods::contains))
                        .containsExactlyInAnyOrderElementsOf(pods.stream()
                                .filter(other -> !other.equals(pod)
                                        && connectivity.between(other, pod).isPresent())
                                .toList());
            }
        });
    }

    @Test
    void one_of_a_kind_keeps_a_claim_only_if_all_do() {
        forMany((evidence, random) -> {
            List<Permission> permitted = new ArrayList<>();
            for (int count = random.nextInt(6); count > 0; count--) {
                permitted.add(permission(random));
            }
            Permissions some = Permissions.of(permitted);
            ClosedClaim claim = closed(some, random);
            ClosedClaim asking = new ClosedClaim(
                    claim.id(),
                    claim.sentence(),
                    claim.origin(),
                    claim.subject(),
                    claim.side(),
                    some.and(new Permission(NOBODY, Party.ANYONE, List.of(), Manner.ANY, "")));
            assertThat(claim.judge(evidence)).isEqualTo(asking.judge(evidence));
            assertThat(new LayerClaim(claim, EnforcedBy.MESH).judge(evidence))
                    .isEqualTo(new LayerClaim(asking, EnforcedBy.MESH).judge(evidence));
        });
    }

    private static ClosedClaim closed(Permissions permitted, RandomGenerator random) {
        Origin origin = Origin.ofModel("random");
        return new ClosedClaim("random", "Nobody.", origin, pods(random), ClosedClaim.Side.IN, permitted);
    }

    private static Permission permission(RandomGenerator random) {
        Party from = random.nextInt(3) == 0 ? pods(random) : Party.ANYONE;
        List<PortRange> ports = random.nextInt(3) == 0 ? List.of(PortRange.of(Port.tcp(8080))) : ALL;
        String space = one(SPACES, random);
        List<Manner> manners = List.of(
                Manner.ANY,
                Manner.PLAINTEXT,
                Manner.MUTUAL,
                Manner.of(space, "sa0"),
                Manner.ofNamespaces(Set.of(space)),
                Manner.ofNamespaces(Set.of(space)).andPlaintext());
        return new Permission(from, pods(random), ports, one(manners, random), "");
    }

    private static Party.Pods pods(RandomGenerator random) {
        LabelSelector selector =
                random.nextInt(4) == 0 ? LabelSelector.of(Map.of("app", "a")) : LabelSelector.EVERYTHING;
        return new Party.Pods(
                random.nextBoolean() ? Set.copyOf(SPACES) : Set.of(one(SPACES, random)), selector, "some pods");
    }
}
