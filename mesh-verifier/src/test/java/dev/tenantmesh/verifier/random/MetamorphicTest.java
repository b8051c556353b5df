package dev.tenantmesh.verifier.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.random.Cluster.Access;
import dev.tenantmesh.verifier.random.Cluster.Member;
import dev.tenantmesh.verifier.random.Cluster.Peers;
import dev.tenantmesh.verifier.random.Cluster.Policy;
import dev.tenantmesh.verifier.random.Cluster.Ports;
import dev.tenantmesh.verifier.random.Cluster.Rule;
import dev.tenantmesh.verifier.random.Cluster.Target;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.select.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How answers must change, or must not, when a cluster changes; no evaluator is needed to know that. */
class MetamorphicTest {

    private static final long SEED = Long.getLong("mesh.seed", 20_261_125L);
    private static final int RUNS = Boolean.getBoolean("mesh.thorough") ? 3_000 : 100;

    private static void forMany(BiConsumer<Cluster, RandomGenerator> property) {
        RandomGenerator seeds = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int run = 0; run < RUNS; run++) {
            long seed = seeds.nextLong();
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Cluster cluster = RandomCluster.of(random);
            try {
                property.accept(cluster, random);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + "\n" + String.join("\n---\n", ClusterYaml.objects(cluster)), e);
            }
        }
    }

    @Test
    void one_more_network_policy_takes_nothing_from_pods_that_are_selected_already() {
        forMany((cluster, random) -> {
            Cluster wider = with(cluster, RandomCluster.policy(random, "added"));
            SortedMap<String, Truth> after = Answers.of(wider);
            Answers.of(cluster).forEach((key, before) -> {
                if (isSelectedForIngress(cluster, destination(key))) {
                    assertThat(after.get(key)).as(key).isGreaterThanOrEqualTo(before);
                }
            });
        });
    }

    @Test
    void one_more_rule_of_a_network_policy_takes_nothing() {
        forMany((cluster, random) -> {
            Rule rule = RandomCluster.rule(random);
            Cluster wider = policies(cluster, policy -> isForIngress(policy) ? withRule(policy, rule) : policy);
            assertNothingLost(Answers.of(cluster), Answers.of(wider));
        });
    }

    @Test
    void one_more_denial_opens_nothing() {
        forMany((cluster, random) -> {
            List<Access> accesses = new ArrayList<>(cluster.accesses());
            accesses.add(RandomCluster.denial(random, "added"));
            assertNothingLost(Answers.of(accesses(cluster, accesses)), Answers.of(cluster));
        });
    }

    @Test
    void renamed_namespaces_have_the_answers_of_their_former_names() {
        forMany((cluster, random) -> {
            String manifests = String.join("\n---\n", ClusterYaml.objects(cluster));
            SortedMap<String, Truth> expected = new TreeMap<>();
            Answers.of(manifests).forEach((key, truth) -> expected.put(swapped(key), truth));
            assertThat(Answers.of(swapped(manifests))).isEqualTo(expected);
        });
    }

    private static String swapped(String text) {
        return text.replaceAll("\\bred\\b", "RED")
                .replaceAll("\\bblue\\b", "red")
                .replace("RED", "blue");
    }

    @Test
    void a_rule_that_is_split_means_the_same() {
        forMany((cluster, random) -> {
            Cluster split = policies(cluster, MetamorphicTest::split);
            assertThat(Answers.of(split)).isEqualTo(Answers.of(cluster));
        });
    }

    @Test
    void order_means_nothing() {
        forMany((cluster, random) -> {
            Random order = new Random(random.nextLong());
            Cluster mixed = policies(cluster, policy -> shuffled(policy, order));
            List<String> objects = shuffled(ClusterYaml.objects(mixed), order);
            assertThat(Answers.of(String.join("\n---\n", objects))).isEqualTo(Answers.of(cluster));
        });
    }

    /** Without modes of ports, which proxies of nodes are sometimes told wrongly. */
    @Test
    void strict_opens_nothing_that_permissive_closes() {
        forMany((cluster, random) -> {
            Cluster permissive = modes(cluster, "PERMISSIVE");
            Cluster strict = modes(cluster, "STRICT");
            assertNothingLost(Answers.of(strict), Answers.of(permissive));
        });
    }

    @Test
    void what_is_certain_is_possible_and_a_hostile_source_can_do_no_less() {
        forMany((cluster, random) -> {
            String manifests = String.join("\n---\n", ClusterYaml.objects(cluster));
            SortedMap<String, Verdict> hostile = Answers.verdicts(manifests, Adversary.HOSTILE_SOURCE);
            Answers.verdicts(manifests, Adversary.ACCIDENT).forEach((key, verdict) -> {
                assertThat(verdict.mayIdentities()).as(key).containsAll(verdict.mustIdentities());
                assertThat(hostile.get(key).mayIdentities()).as(key).containsAll(verdict.mayIdentities());
                assertThat(hostile.get(key).mayBePlaintext() || !verdict.mayBePlaintext())
                        .as(key)
                        .isTrue();
            });
        });
    }

    private static void assertNothingLost(Map<String, Truth> less, Map<String, Truth> more) {
        less.forEach((key, truth) -> assertThat(more.get(key)).as(key).isGreaterThanOrEqualTo(truth));
    }

    private static String destination(String key) {
        return key.substring(key.indexOf("-> ") + 3, key.indexOf(' ', key.indexOf("-> ") + 3));
    }

    private static boolean isSelectedForIngress(Cluster cluster, String pod) {
        Member member = cluster.members().stream()
                .filter(one -> (one.space() + "/" + one.name()).equals(pod))
                .findFirst()
                .orElseThrow();
        return cluster.policies().stream()
                .anyMatch(policy -> policy.space().equals(member.space())
                        && isForIngress(policy)
                        && BruteForce.matches(policy.pods(), member.labels()));
    }

    private static boolean isForIngress(Policy policy) {
        return policy.types().isEmpty() || policy.types().contains("Ingress");
    }

    private static Policy withRule(Policy policy, Rule rule) {
        List<Rule> rules = new ArrayList<>(policy.ingress() == null ? List.of() : policy.ingress());
        rules.add(rule);
        return ingress(policy, rules);
    }

    private static Policy ingress(Policy policy, @Nullable List<Rule> rules) {
        return new Policy(policy.space(), policy.name(), policy.pods(), policy.types(), rules, policy.egress());
    }

    private static Policy split(Policy policy) {
        return policy.ingress() == null
                ? policy
                : ingress(
                        policy,
                        policy.ingress().stream()
                                .flatMap(MetamorphicTest::split)
                                .toList());
    }

    /** One rule for each peer and port; an empty list stays one. */
    private static Stream<Rule> split(Rule rule) {
        List<Rule> all = new ArrayList<>();
        for (List<Target> target : single(rule.targets())) {
            for (List<Ports> port : single(rule.ports())) {
                all.add(new Rule(target, port));
            }
        }
        return all.stream();
    }

    private static <T> List<List<T>> single(@Nullable List<T> all) {
        return all == null || all.isEmpty()
                ? List.of(List.of())
                : all.stream().map(List::of).toList();
    }

    private static Policy shuffled(Policy policy, Random order) {
        return policy.ingress() == null
                ? policy
                : ingress(
                        policy,
                        shuffled(
                                policy.ingress().stream()
                                        .map(rule -> new Rule(
                                                rule.targets() == null ? null : shuffled(rule.targets(), order),
                                                rule.ports() == null ? null : shuffled(rule.ports(), order)))
                                        .toList(),
                                order));
    }

    private static <T> List<T> shuffled(List<T> all, Random order) {
        List<T> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, order);
        return mixed;
    }

    private static Cluster with(Cluster from, Policy policy) {
        List<Policy> policies = new ArrayList<>(from.policies());
        policies.add(policy);
        return new Cluster(
                from.spaces(), from.members(), policies, from.admins(), from.authentications(), from.accesses());
    }

    private static Cluster policies(Cluster from, UnaryOperator<Policy> change) {
        return new Cluster(
                from.spaces(),
                from.members(),
                from.policies().stream().map(change).toList(),
                from.admins(),
                from.authentications(),
                from.accesses());
    }

    private static Cluster accesses(Cluster from, List<Access> accesses) {
        return new Cluster(
                from.spaces(), from.members(), from.policies(), from.admins(), from.authentications(), accesses);
    }

    private static Cluster modes(Cluster from, String mode) {
        List<Peers> modes = from.authentications().stream()
                .map(peers -> new Peers(
                        peers.space(),
                        peers.name(),
                        peers.pods(),
                        peers.bare(),
                        peers.mode().equals("DISABLE") ? mode : peers.mode(),
                        new TreeMap<>()))
                .toList();
        return new Cluster(from.spaces(), from.members(), from.policies(), from.admins(), modes, from.accesses());
    }
}
