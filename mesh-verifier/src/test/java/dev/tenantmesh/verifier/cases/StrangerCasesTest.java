package dev.tenantmesh.verifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.question.Connection;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Verdict.Kind;
import dev.tenantmesh.verifier.world.Port;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pods and namespaces that nobody declared: which of them could get in, by which labels and under which names. */
class StrangerCasesTest {

    private static final String STRICT = Cluster.istio("PeerAuthentication", "blue", "default", "mtls: {mode: STRICT}");

    @Test
    void a_namespace_of_the_mesh_that_nobody_declared_gets_in_where_only_mutual_tls_is_asked_for() {
        assertThat(strangers(Cluster.redAndBlue().with(STRICT), "blue/api"))
                .containsEntry("(any namespace with istio-injection=enabled)/(any pod)", Kind.MTLS_ONLY)
                .doesNotContainKey("(any namespace)/(any pod)");
    }

    @Test
    void of_a_hostile_owner_one_pod_stands_for_those_with_a_proxy() {
        assertThat(strangers(Cluster.redAndBlue().with(STRICT).against(Adversary.HOSTILE_SOURCE), "blue/api"))
                .containsEntry("(any namespace)/(any pod)", Kind.MTLS_ONLY);
    }

    @Test
    void a_pattern_of_names_also_means_names_that_nobody_thought_of() {
        // Given
        Cluster cluster = Cluster.redAndBlue()
                .with(STRICT)
                .with(Cluster.istio(
                        "AuthorizationPolicy",
                        "blue",
                        "team",
                        "rules: [{from: [{source: {namespaces: [\"red*\"]}}]}]"));

        // Then
        assertThat(strangers(cluster, "blue/api"))
                .containsEntry("redany/(any pod)", Kind.MTLS_ONLY)
                .doesNotContainKey("(any namespace with istio-injection=enabled)/(any pod)");
    }

    @Test
    void a_network_policy_and_a_name_must_agree_on_one_namespace() {
        // Given
        Cluster cluster = Cluster.redAndBlue()
                .with(STRICT)
                .blueAllows("ingress: [{from: [{namespaceSelector: {matchLabels: {tenant: red}}}]}]")
                .with(Cluster.istio(
                        "AuthorizationPolicy",
                        "blue",
                        "team",
                        "rules: [{from: [{source: {namespaces: [\"red*\"]}}]}]"));

        // Then
        assertThat(strangers(cluster, "blue/api").keySet())
                .containsExactlyInAnyOrder(
                        "red/(any pod)", "redany/(any pod)", "red/(any pod with sidecar.istio.io/inject=true)");
    }

    @Test
    void service_accounts_that_no_pod_runs_as_can_be_made() {
        // Given
        Cluster cluster = Cluster.redAndBlue()
                .against(Adversary.HOSTILE_SOURCE)
                .with(STRICT)
                .with(
                        Cluster.istio(
                                "AuthorizationPolicy",
                                "blue",
                                "some",
                                "rules: [{from: [{source: {principals: [\"*/sa/robot\"]}}, {source: {serviceAccounts: [red/admin]}}]}]"));

        // Then
        assertThat(cluster.redToBlue().mustIdentities().stream().map(Object::toString))
                .containsExactly("cluster.local/ns/red/sa/admin", "cluster.local/ns/red/sa/robot");
    }

    @Test
    void v56_whoever_reaches_the_control_plane_gets_a_certificate_without_a_proxy() {
        // Given
        Cluster bare = Cluster.redAndBlue()
                .against(Adversary.HOSTILE_SOURCE)
                .with(STRICT)
                .where("tenant: red, istio-injection: enabled", "tenant: red, istio-injection: disabled");
        String closed = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                + "metadata: {name: istiod, namespace: istio-system}\n"
                + "spec: {podSelector: {matchLabels: {app: istiod}}, policyTypes: [Ingress], ingress: [{from:"
                + " [{namespaceSelector: {matchLabels: {tenant: blue}}}], ports: [{port: 15012}]}]}";

        // Then
        assertThat(bare.redToBlue().kind()).isEqualTo(Kind.MTLS_ONLY);
        assertThat(bare.with(closed).redToBlue().kind()).isEqualTo(Kind.DENIED);
    }

    @Test
    void a_member_that_a_mesh_lists_by_name_has_no_stand_in_where_every_namespace_is_let_in() {
        // Given
        Cluster members = Cluster.withoutMesh()
                .with(MaistraCasesTest.CONTROL_PLANE.replace("manageNetworkPolicy: true", "manageNetworkPolicy: false"))
                .where("labels: {app:", "labels: {sidecar.istio.io/inject: \"true\", app:")
                .with(STRICT)
                .blueAllows("ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {role: batch}}}]}]");

        // Then
        assertThat(strangers(members, "blue/api"))
                .containsEntry("red/(any pod with role=batch, sidecar.istio.io/inject=true)", Kind.MTLS_ONLY);
    }

    @Test
    void labels_that_one_rule_asks_for_may_be_chosen_so_that_an_administrators_denial_misses() {
        // Given
        Cluster cluster = Cluster.withoutMesh()
                .blueAllows("ingress: [{from: [{namespaceSelector: {matchLabels: {team: green}}}]}]")
                .with("apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\n"
                        + "metadata: {name: known-only}\nspec:\n  tier: Admin\n  priority: 1\n"
                        + "  subject: {namespaces: {matchLabels: {tenant: blue}}}\n"
                        + "  ingress: [{name: unknown, action: Deny, from: [{namespaces: {matchExpressions:"
                        + " [{key: tenant, operator: DoesNotExist}]}}]}]\n");

        // Then
        assertThat(strangers(cluster, "blue/api"))
                .containsEntry("(any namespace with team=green, tenant=any)/(any pod)", Kind.PLAINTEXT_ONLY)
                .doesNotContainKey("(any namespace with team=green)/(any pod)");
    }

    /** The kinds of verdicts on port 8080, by the source that is in no manifest. */
    private static Map<String, Kind> strangers(Cluster cluster, String destination) {
        MeshVerifier verifier = cluster.verifier();
        return new Connectivity(verifier, cluster.adversary())
                .exposures().stream()
                        .filter(exposure -> exposure.destination().id().equals(destination))
                        .flatMap(exposure -> exposure.connections().stream())
                        .filter(connection -> connection.source().id().contains("/(")
                                || connection.source().id().startsWith("("))
                        .filter(connection -> on8080(connection).findAny().isPresent())
                        .collect(Collectors.toMap(
                                connection -> connection.source().id(),
                                connection -> on8080(connection)
                                        .findFirst()
                                        .orElseThrow()
                                        .verdict()
                                        .kind(),
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static java.util.stream.Stream<Connection.Opening> on8080(Connection connection) {
        return connection.openings().stream()
                .filter(opening -> opening.ports().protocol() == Port.Protocol.TCP
                        && opening.ports().first() <= 8080
                        && opening.ports().last() >= 8080);
    }
}
