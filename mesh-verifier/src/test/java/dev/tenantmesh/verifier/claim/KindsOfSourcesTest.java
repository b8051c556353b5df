package dev.tenantmesh.verifier.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources that nothing tells apart answer for each other, and only those. */
class KindsOfSourcesTest {

    private static final String STRICT = """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: default, namespace: istio-system}
            spec: {mtls: {mode: STRICT}}
            """;

    private static final List<PortRange> ALL = Stream.of(Port.Protocol.values())
            .map(protocol -> new PortRange(protocol, 1, 65_535))
            .toList();

    private static final Party.Pods SHOP = new Party.Pods(Set.of("shop"), LabelSelector.EVERYTHING, "shop");

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

    private static String pod(String namespace) {
        return """
                apiVersion: v1
                kind: Namespace
                metadata: {name: %1$s, labels: {istio-injection: enabled}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %1$s, namespace: %1$s, labels: {app: %1$s}}
                spec: {serviceAccountName: %1$s, containers: [{name: c}]}
                """.formatted(namespace);
    }

    private static String admitting(String principals) {
        return """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: a, namespace: shop}
                spec: {rules: [{from: [{source: {principals: [%s]}}]}]}
                """.formatted(principals);
    }

    private static Evidence evidence(Stream<String> documents) {
        Problems problems = new Problems();
        String text = documents.collect(Collectors.joining("---\n"));
        MeshVerifier verifier =
                MeshVerifier.of(ManifestLoader.read("kinds.yaml", text, problems), ClusterProfile.KUBERNETES, problems);
        return new Evidence(verifier, Owners.NONE, Level.HOSTILE_SOURCE);
    }

    private static Evidence evidence(String principals) {
        return evidence(Stream.of(
                STRICT, admitting(principals), pod("shop"), pod("blue"), pod("green"), pod("red"), pod("white")));
    }

    private static ClosedClaim closed(Manner permitted, Permission... more) {
        Permissions permissions = Permissions.of(List.of(
                        new Permission(Party.ANYONE, SHOP, ALL, Manner.PLAINTEXT, "of identities alone"),
                        new Permission(SHOP, SHOP, ALL, Manner.ofNamespaces(Set.of("shop")), "the shop itself"),
                        new Permission(Party.ANYONE, SHOP, ALL, permitted, "a declared client")))
                .and(List.of(more));
        return new ClosedClaim("closed", "Closed.", Origin.ofModel("closed"), SHOP, ClosedClaim.Side.IN, permissions);
    }

    /** The declared pods against a claim, which asking each of them finds as well. */
    private static Set<String> against(Manner permitted, Evidence evidence) {
        Permission nothing = new Permission(NOBODY, Party.ANYONE, List.of(), Manner.ANY, "");
        Judgement judgement = closed(permitted).judge(evidence);
        assertThat(judgement).isEqualTo(closed(permitted, nothing).judge(evidence));
        return judgement.counterexamples().stream()
                .map(Counterexample::source)
                .filter(source -> source instanceof Pod pod && !pod.isPossible())
                .map(Endpoint::id)
                .collect(Collectors.toSet());
    }

    /** The declared pods that are asked about. */
    private static List<String> asked(Evidence evidence, Set<String> named) {
        Pod shop = evidence.verifier().world().podsOf("shop/shop").get(0);
        return declared(evidence.kindsInto(shop, named, Level.HOSTILE_SOURCE));
    }

    private static List<String> declared(List<Connection> connections) {
        return connections.stream()
                .map(Connection::source)
                .filter(source -> source instanceof Pod pod && !pod.isPossible())
                .map(Endpoint::id)
                .sorted()
                .toList();
    }

    @Test
    void whoever_a_policy_names_is_asked_and_one_of_the_others() {
        String both = "cluster.local/ns/red/sa/red, '*/ns/white/sa/white'";

        assertThat(asked(evidence(both), Set.of())).containsExactly("blue/blue", "red/red", "white/white");
        assertThat(against(Manner.of("red", "red"), evidence(both))).containsExactly("white/white");
        assertThat(against(Manner.ofNamespaces(Set.of("red", "white")), evidence(both)))
                .isEmpty();
    }

    @Test
    void whoever_is_permitted_does_not_answer_for_others() {
        assertThat(asked(evidence("'*'"), Set.of("blue"))).containsExactly("blue/blue", "green/green");
        assertThat(against(Manner.of("blue", "blue"), evidence("'*'"))).isNotEmpty();
        assertThat(against(Manner.MUTUAL, evidence("'*'"))).isEmpty();
    }

    @Test
    void everybody_is_asked_where_a_pattern_may_mean_some() {
        assertThat(asked(evidence("'*/sa/white'"), Set.of()))
                .containsExactly("blue/blue", "green/green", "red/red", "white/white");
        assertThat(against(Manner.of("red", "red"), evidence("'*/sa/white'"))).isNotEmpty();
    }

    @Test
    void how_many_are_asked_does_not_depend_on_how_many_there_are() {
        assertThat(asked(40)).isEqualTo(asked(4));
    }

    private static int asked(int others) {
        Evidence evidence = evidence(Stream.concat(
                Stream.of(STRICT, admitting("cluster.local/ns/n1/sa/n1"), pod("shop")),
                IntStream.range(0, others).mapToObj(number -> pod("n" + number))));
        Pod shop = evidence.verifier().world().podsOf("shop/shop").get(0);
        assertThat(declared(evidence.into(shop, Level.HOSTILE_SOURCE))).hasSize(others);
        return asked(evidence, Set.of()).size();
    }
}
