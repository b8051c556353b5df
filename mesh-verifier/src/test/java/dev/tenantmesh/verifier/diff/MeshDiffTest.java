package dev.tenantmesh.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.diff.Change.Kind;
import dev.tenantmesh.verifier.reach.Adversary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeshDiffTest {

    private static final String FROM_RED =
            "[{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: red}}}], ports: [%s]}]";

    @Test
    void the_same_manifests_have_no_difference() {
        // Given
        String policies = Shop.into(FROM_RED.formatted("{port: 8080}")) + Shop.mode("STRICT");

        // Then
        assertThat(diff(policies, policies).isEmpty()).isTrue();
    }

    @Test
    void a_port_that_is_opened_is_a_widening_on_that_port_only() {
        // Given
        String before = Shop.into(FROM_RED.formatted("{port: 8080}"));
        String after = Shop.into(FROM_RED.formatted("{port: 8080}, {port: 9090}"));

        // When
        MeshDiff diff = diff(before, after);

        // Then
        assertThat(diff.changes()).allMatch(Change::isWidening);
        assertThat(between(diff, "red/client", "blue/api")).isNotEmpty().allMatch(line -> line.contains("TCP 9090"));
        assertThat(diff.byOwners().keySet()).allMatch(owners -> owners.to().equals("blue"));
        assertThat(diff.widenings().get(0).because())
                .anyMatch(origin -> origin.source().equals("deploy/shop.yaml"));
    }

    @Test
    void turned_round_a_widening_is_a_narrowing() {
        // Given
        String narrow = Shop.into(FROM_RED.formatted("{port: 8080}"));
        String wide = Shop.into(FROM_RED.formatted("{port: 8080}, {port: 9090}"));

        // When
        MeshDiff back = diff(wide, narrow);

        // Then
        assertThat(back.widenings()).isEmpty();
        assertThat(edges(back)).containsExactlyElementsOf(edges(diff(narrow, wide)));
        assertThat(back.changes()).allMatch(change -> change.kind() == Kind.LOST);
    }

    @Test
    void ports_and_addresses_written_in_other_pieces_are_no_difference() {
        // Given
        String whole = Shop.into("[{from: [{ipBlock: {cidr: 192.0.2.0/24}}], ports: [{port: 8000, endPort: 8099}]}]");
        String pieces = Shop.into("[{from: [{ipBlock: {cidr: 192.0.2.0/25}}, {ipBlock: {cidr: 192.0.2.128/25}}],"
                + " ports: [{port: 8000, endPort: 8049}, {port: 8050, endPort: 8099}]}]");

        // Then
        assertThat(diff(whole, pieces).changes()).isEmpty();
    }

    @Test
    void addresses_that_are_let_in_anew_are_one_range() {
        // Given
        String before = Shop.into("[{from: [{ipBlock: {cidr: 192.0.2.0/25}}]}]");
        String after = Shop.into("[{from: [{ipBlock: {cidr: 192.0.2.0/24}}]}]");

        // When
        MeshDiff diff = diff(before, after);

        // Then
        assertThat(diff.widenings())
                .allMatch(change -> change.edge().source().id().equals("192.0.2.128-192.0.2.255"));
        assertThat(diff.widenings()).isNotEmpty().hasSameSizeAs(diff.changes());
    }

    @Test
    void an_identity_more_is_a_widening_and_the_others_are_none() {
        // Given
        String before = Shop.mode("STRICT") + allow("cluster.local/ns/red/sa/client");
        String after = Shop.mode("STRICT") + allow("cluster.local/ns/red/sa/client", "cluster.local/ns/red/sa/batch");

        // When
        MeshDiff diff = diff(before, after);

        // Then
        assertThat(diff.changes()).isNotEmpty().allMatch(Change::isWidening);
        assertThat(diff.changes()).allMatch(change -> change.edge().how().endsWith("/ns/red/sa/batch"));
    }

    @Test
    void identities_in_another_order_are_no_difference() {
        // Given
        String before = Shop.mode("STRICT") + allow("cluster.local/ns/red/sa/a", "cluster.local/ns/red/sa/b");
        String after = Shop.mode("STRICT") + allow("cluster.local/ns/red/sa/b", "cluster.local/ns/red/sa/a");

        // Then
        assertThat(diff(before, after).changes()).isEmpty();
    }

    @Test
    void from_permissive_to_strict_exactly_the_plaintext_is_lost() {
        // Given
        MeshVerifier before = Shop.with(Shop.mode("PERMISSIVE"));
        MeshVerifier after = Shop.with(Shop.mode("STRICT"));

        // When
        MeshDiff diff = MeshDiff.between(before, after, DiffOptions.ALL);

        // Then
        assertThat(diff.changes())
                .isNotEmpty()
                .allMatch(change -> change.kind() == Kind.LOST || change.kind() == Kind.LESS_CERTAIN)
                .allMatch(change -> change.edge().how().equals(Edge.PLAINTEXT));
        assertThat(between(diff, "red/client", "blue/api")).hasSize(1);
        assertThat(diff.modes())
                .filteredOn(mode -> mode.destination().id().equals("blue/api"))
                .singleElement()
                .satisfies(mode -> {
                    assertThat(mode.plaintext().isEmpty()).isTrue();
                    assertThat(mode.mutual().toString()).contains("TCP 1-");
                });
    }

    @Test
    void what_only_may_be_is_less_certain_and_not_lost() {
        // Given
        String certain = Shop.into("[{}]");
        String unknown = Shop.into("[{from: [{ipBlock: {cidr: 0.0.0.0/0}}, {ipBlock: {cidr: '::/0'}}]}]");

        // When
        MeshDiff diff =
                MeshDiff.between(undeclared(certain), undeclared(unknown), DiffOptions.ALL.against(Adversary.ACCIDENT));

        // Then
        assertThat(diff.changes())
                .filteredOn(change -> change.edge().source().id().equals("green/client")
                        && change.edge().destination().id().equals("blue/api"))
                .isNotEmpty()
                .allMatch(change -> change.kind() == Kind.LESS_CERTAIN);
    }

    @Test
    void kinds_of_pods_that_only_one_side_tells_apart_are_asked_about_on_the_other() {
        // Given
        String anybody = Shop.into("[{from: [{namespaceSelector: {}}]}]");
        String twice = Shop.into("[{from: [{namespaceSelector: {}}]},"
                + " {from: [{namespaceSelector: {}, podSelector: {matchLabels: {role: web}}}]}]");

        // Then
        assertThat(diff(anybody, twice).changes()).isEmpty();
        assertThat(diff(twice, anybody).changes()).isEmpty();
    }

    @Test
    void tenants_own_their_namespaces() {
        // Given
        Map<String, String> tenants = Map.of("red", "paint", "blue", "paint");
        MeshVerifier before = Shop.with(Shop.into("[]"));
        MeshVerifier after = Shop.with(Shop.into(FROM_RED.formatted("{port: 8080}")));

        // When
        MeshDiff diff = MeshDiff.between(before, after, DiffOptions.ALL.ownedBy(tenants));

        // Then
        assertThat(diff.byOwners().keySet()).contains(new MeshDiff.Owners("paint", "paint"));
    }

    @Test
    void a_port_that_a_load_balancer_opens_is_published() {
        // Given
        String service = """
                apiVersion: v1
                kind: Service
                metadata: {name: api, namespace: blue}
                spec: {type: %s, selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
                ---
                """;

        // When
        MeshDiff diff = diff(service.formatted("ClusterIP"), service.formatted("LoadBalancer"));

        // Then
        assertThat(diff.widenings()).singleElement().satisfies(change -> {
            assertThat(change.edge().topic()).isEqualTo(Edge.Topic.PUBLISHED);
            assertThat(change.edge().destination().id()).isEqualTo("blue/api");
            assertThat(change.ports()).hasToString("TCP 8080");
        });
    }

    @Test
    void only_what_is_between_given_namespaces_is_compared() {
        // Given
        MeshVerifier before = Shop.with(Shop.into("[]"));
        MeshVerifier after = Shop.with("");

        // When
        MeshDiff diff = MeshDiff.between(before, after, DiffOptions.ALL.between(Set.of("red", "blue")));

        // Then
        assertThat(diff.changes())
                .isNotEmpty()
                .allMatch(change ->
                        List.of("red", "blue").contains(change.edge().source().namespace()))
                .allMatch(change -> change.edge().destination().namespace().equals("blue"));
    }

    private static MeshVerifier undeclared(String policies) {
        return Shop.with(policies + """
                apiVersion: v1
                kind: Pod
                metadata: {name: client, namespace: green, labels: {app: client}}
                spec: {containers: [{name: app}]}
                ---
                """);
    }

    private static String allow(String... principals) {
        return """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: allow, namespace: blue}
                spec:
                  rules: [{from: [{source: {principals: [%s]}}]}]
                ---
                """.formatted(String.join(", ", principals));
    }

    private static MeshDiff diff(String before, String after) {
        return MeshDiff.between(Shop.with(before), Shop.with(after), DiffOptions.ALL);
    }

    private static List<String> between(MeshDiff diff, String source, String destination) {
        return diff.changes().stream()
                .filter(change -> change.edge().source().id().equals(source)
                        && change.edge().destination().id().equals(destination))
                .map(change -> change.ports() + " " + change.edge().how())
                .toList();
    }

    private static List<String> edges(MeshDiff diff) {
        return diff.changes().stream()
                .map(change -> change.edge() + " " + change.ports())
                .toList();
    }
}
