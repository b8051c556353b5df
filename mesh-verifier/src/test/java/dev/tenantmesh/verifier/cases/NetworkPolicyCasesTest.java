package dev.tenantmesh.verifier.cases;

import static dev.tenantmesh.verifier.reach.Verdict.Kind.DENIED;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.PLAINTEXT_ONLY;
import static dev.tenantmesh.verifier.reach.Verdict.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Reachability;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What NetworkPolicies and the policies of administrators mean, one case each. */
class NetworkPolicyCasesTest {

    private static final String CLOSED = "policyTypes: [Ingress, Egress]";

    private static final String ADMIN = """
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata: {name: %s}
            spec:
              tier: %s
              priority: %d
              subject: {namespaces: {matchLabels: {tenant: blue}}}
              ingress:
              - {name: red, action: %s, from: [{namespaces: {matchLabels: {tenant: red}}}]}
            """;

    @Test
    void v00_nothing_selects_a_pod_so_everybody_may_come() {
        assertThat(Cluster.withoutMesh().redToBlue().kind()).isEqualTo(PLAINTEXT_ONLY);
    }

    @Test
    void v02_a_policy_without_rules_closes() {
        assertThat(Cluster.withoutMesh().blueAllows(CLOSED).redToBlue().kind()).isEqualTo(DENIED);
    }

    @Test
    void v04_namespace_and_pod_selector_in_one_peer_must_both_match() {
        // Given
        String rule = """
                ingress:
                - from:
                  - namespaceSelector: {matchLabels: {tenant: red}}
                    podSelector: {matchLabels: {app: %s}}
                """;

        // Then
        assertThat(Cluster.withoutMesh()
                        .blueAllows(rule.formatted("x"))
                        .redToBlue()
                        .isCertain())
                .isTrue();
        assertThat(Cluster.withoutMesh()
                        .blueAllows(rule.formatted("y"))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v04_as_two_peers_either_is_enough() {
        // Given
        String rule = """
                ingress:
                - from:
                  - namespaceSelector: {matchLabels: {tenant: red}}
                  - podSelector: {matchLabels: {app: y}}
                """;

        // Then
        assertThat(Cluster.withoutMesh().blueAllows(rule).redToBlue().isCertain())
                .isTrue();
    }

    @Test
    void v06_an_empty_list_of_peers_is_everybody() {
        // Given
        String rule = "ingress: [{from: [], ports: [{port: 8080}]}]";

        // Then
        assertThat(Cluster.withoutMesh().blueAllows(rule).redToBlue().isCertain())
                .isTrue();
        assertThat(Cluster.withoutMesh().blueAllows(rule).redToBlue("tcp/8081").kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v08_an_empty_list_of_rules_is_nobody() {
        assertThat(Cluster.withoutMesh().blueAllows("ingress: []").redToBlue().kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v10_a_protocol_without_a_port_is_all_its_ports_and_no_others() {
        // Given
        Cluster cluster = Cluster.withoutMesh().blueAllows("ingress: [{ports: [{protocol: UDP}]}]");

        // Then
        assertThat(cluster.redToBlue("udp/53").isCertain()).isTrue();
        assertThat(cluster.redToBlue("tcp/53").kind()).isEqualTo(DENIED);
    }

    @Test
    void v12_a_named_port_is_what_the_destination_calls_so() {
        // Given
        Cluster cluster = Cluster.withoutMesh().blueAllows("ingress: [{ports: [{port: http}]}]");

        // Then
        assertThat(cluster.redToBlue("tcp/8080").isCertain()).isTrue();
        assertThat(cluster.redToBlue("tcp/8081").kind()).isEqualTo(DENIED);
    }

    @Test
    void v14_the_source_must_be_let_out_too() {
        // Given
        Cluster cluster = Cluster.withoutMesh().with(Cluster.policy("red", "closed", CLOSED));

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(DENIED);
    }

    @Test
    void v16_addresses_may_or_may_not_be_those_of_pods() {
        // Given
        String rule = "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]";

        // Then
        assertThat(Cluster.withoutMesh().blueAllows(rule).redToBlue().kind()).isEqualTo(UNKNOWN);
        assertThat(Cluster.withoutMesh()
                        .blueAllows(rule)
                        .on(ClusterProfile.NONE)
                        .redToBlue()
                        .isCertain())
                .isTrue();
    }

    @Test
    void v18_addresses_beyond_the_prefix_are_refused() {
        // Given
        Cluster cluster = Cluster.withoutMesh().blueAllows("ingress: [{from: [{ipBlock: {cidr: 10.10.1.12/24}}]}]");

        // Then
        assertThat(cluster.problems().sorted())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.INVALID_FIELD);
    }

    @Test
    void v20_a_port_beside_empty_ports_is_refused_since_the_rule_would_open_everything() {
        // Given
        Cluster cluster = Cluster.withoutMesh().blueAllows("ingress:\n- ports:\n  port: webhook");

        // Then
        assertThat(cluster.problems().sorted())
                .extracting(problem -> problem.code(), problem -> problem.written())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ProblemCode.UNKNOWN_FIELD, "port"));
    }

    @Test
    void v22_the_name_of_a_namespace_is_a_label_of_it() {
        // Given
        String rule = "ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: red}}}]}]";

        // Then
        assertThat(Cluster.withoutMesh().blueAllows(rule).redToBlue().isCertain())
                .isTrue();
    }

    @Test
    void v24_an_exclusion_also_matches_what_has_no_such_label() {
        // Given
        String rule = """
                ingress:
                - from:
                  - namespaceSelector:
                      matchExpressions: [{key: team, operator: NotIn, values: [blue]}]
                """;

        // Then
        assertThat(Cluster.withoutMesh().blueAllows(rule).redToBlue().isCertain())
                .isTrue();
    }

    @Test
    void v26_all_expressions_of_a_selector_must_match() {
        // Given
        String rule = """
                ingress:
                - from:
                  - namespaceSelector:
                      matchExpressions:
                      - {key: tenant, operator: In, values: [red, blue]}
                      - {key: tenant, operator: Exists}
                      - {key: tenant, operator: NotIn, values: [red]}
                """;

        // Then
        assertThat(Cluster.withoutMesh().blueAllows(rule).redToBlue().kind()).isEqualTo(DENIED);
        assertThat(Cluster.withoutMesh()
                        .blueAllows(rule)
                        .ask("blue/api", "blue/api", "tcp/8080")
                        .isCertain())
                .isTrue();
    }

    @Test
    void v28_every_namespace_without_pods_named_is_also_the_host_network_on_ovn_kubernetes() {
        // Given
        Cluster cluster = Cluster.withoutMesh()
                .blueAllows("ingress: [{from: [{namespaceSelector: {}}]}]")
                .on(ClusterProfile.OVN_KUBERNETES);

        // Then
        assertThat(cluster.redToBlue().isCertain()).isTrue();
        assertThat(cluster.ask(HostProcess.OTHER_NODE, "blue/api", "tcp/8080").isCertain())
                .isTrue();
    }

    @Test
    void v29_with_pods_named_the_host_network_is_not_among_them() {
        // Given
        Cluster cluster = Cluster.withoutMesh()
                .blueAllows("ingress: [{from: [{namespaceSelector: {}, podSelector: {}}]}]")
                .on(ClusterProfile.OVN_KUBERNETES);

        // Then
        assertThat(cluster.redToBlue().isCertain()).isTrue();
        assertThat(cluster.ask(HostProcess.OTHER_NODE, "blue/api", "tcp/8080").kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v30_a_pods_own_node_is_always_let_in() {
        // Given
        Cluster cluster = Cluster.withoutMesh().blueAllows(CLOSED);

        // Then
        assertThat(cluster.ask(HostProcess.OWN_NODE, "blue/api", "tcp/8080").isCertain())
                .isTrue();
        assertThat(cluster.ask(HostProcess.OTHER_NODE, "blue/api", "tcp/8080").kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v30_a_pod_is_always_let_out_to_its_own_node() {
        // Given
        MeshVerifier verifier = Cluster.withoutMesh().blueAllows(CLOSED).verifier();
        Pod pod = verifier.world().podsOf("blue/api").get(0);

        // When
        Reachability asked = verifier.reachability(Adversary.ACCIDENT);

        // Then
        assertThat(asked.ask(pod, HostProcess.OWN_NODE, Port.tcp(22)).kind()).isEqualTo(PLAINTEXT_ONLY);
        assertThat(asked.ask(pod, HostProcess.OTHER_NODE, Port.tcp(22)).kind()).isEqualTo(DENIED);
    }

    /** Where addresses of nodes are known, blocks count together: a node has an address in one of them. */
    @Test
    void v31_nodes_whose_addresses_are_known_are_let_in_by_blocks_that_hold_all_of_them() {
        // Given
        ClusterProfile known = ClusterProfile.KUBERNETES.withNodes(Stream.of("192.0.2.0/26", "198.51.100.0/26")
                .map(cidr -> AddressRange.ofCidr(cidr).orElseThrow())
                .toList());
        String all = "{ipBlock: {cidr: 192.0.2.0/24}}, {ipBlock: {cidr: 198.51.100.0/26}}";
        String some = "{ipBlock: {cidr: 192.0.2.0/24}}";
        String none = "{ipBlock: {cidr: 203.0.113.0/24}}";

        // Then
        assertThat(node(known, all).isCertain()).isTrue();
        assertThat(node(known, some).kind()).isEqualTo(UNKNOWN);
        assertThat(node(known, none).kind()).isEqualTo(DENIED);
        assertThat(node(ClusterProfile.KUBERNETES, all).kind()).isEqualTo(UNKNOWN);
    }

    private static Verdict node(ClusterProfile profile, String peers) {
        return Cluster.withoutMesh()
                .blueAllows("ingress: [{from: [" + peers + "]}]")
                .on(profile)
                .ask(HostProcess.OTHER_NODE, "blue/api", "tcp/8080");
    }

    @Test
    void v32_an_administrators_accept_comes_before_network_policies() {
        // Given
        Cluster cluster =
                Cluster.withoutMesh().blueAllows(CLOSED).with(ADMIN.formatted("accept", "Admin", 1, "Accept"));

        // Then
        assertThat(cluster.redToBlue().isCertain()).isTrue();
    }

    @Test
    void v33_an_administrators_deny_cannot_be_outvoted_and_pass_leaves_it_open() {
        // Given
        String everybody = "ingress: [{}]";

        // Then
        assertThat(Cluster.withoutMesh()
                        .blueAllows(everybody)
                        .with(ADMIN.formatted("deny", "Admin", 1, "Deny"))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
        assertThat(Cluster.withoutMesh()
                        .blueAllows(CLOSED)
                        .with(ADMIN.formatted("pass", "Admin", 0, "Pass"))
                        .with(ADMIN.formatted("accept", "Admin", 1, "Accept"))
                        .redToBlue()
                        .kind())
                .isEqualTo(DENIED);
    }

    @Test
    void v34_the_baseline_is_for_pods_that_no_network_policy_selects() {
        // Given
        String baseline = ADMIN.formatted("base", "Baseline", 1, "Deny");

        // Then
        assertThat(Cluster.withoutMesh().with(baseline).redToBlue().kind()).isEqualTo(DENIED);
        assertThat(Cluster.withoutMesh()
                        .with(baseline)
                        .blueAllows("ingress: [{}]")
                        .redToBlue()
                        .isCertain())
                .isTrue();
    }

    @Test
    void v35_two_policies_of_one_priority_that_disagree_decide_nothing() {
        // Given
        Cluster cluster = Cluster.withoutMesh()
                .with(ADMIN.formatted("accept", "Admin", 1, "Accept"))
                .with(ADMIN.formatted("deny", "Admin", 1, "Deny"));

        // Then
        assertThat(cluster.redToBlue().kind()).isEqualTo(UNKNOWN);
    }

    @Test
    void v38_a_plugin_that_enforces_nothing_lets_everything_through() {
        // Given
        Cluster cluster = Cluster.withoutMesh().blueAllows(CLOSED).on(ClusterProfile.NONE);

        // Then
        assertThat(cluster.redToBlue().isCertain()).isTrue();
    }

    @Test
    void egress_rules_that_are_empty_close_nothing_unless_the_type_is_written() {
        // Given
        String silent = Cluster.policy("red", "none", "egress: []");
        String typed = Cluster.policy("red", "closed", "policyTypes: [Egress]\negress: []");

        // Then
        assertThat(Cluster.withoutMesh().with(silent).redToBlue().isCertain()).isTrue();
        assertThat(Cluster.withoutMesh().with(typed).redToBlue().kind()).isEqualTo(DENIED);
    }

    @Test
    void a_range_of_ports_includes_both_ends() {
        // Given
        Cluster cluster = Cluster.withoutMesh().blueAllows("ingress: [{ports: [{port: 8000, endPort: 8010}]}]");

        // Then
        assertThat(cluster.redToBlue("tcp/8000").isCertain()).isTrue();
        assertThat(cluster.redToBlue("tcp/8010").isCertain()).isTrue();
        assertThat(cluster.redToBlue("tcp/8011").kind()).isEqualTo(DENIED);
    }

    @Test
    void addresses_outside_are_matched_by_blocks_and_their_exceptions() {
        // Given
        Cluster cluster = Cluster.withoutMesh()
                .blueAllows("ingress: [{from: [{ipBlock: {cidr: 198.51.100.0/24, except: [198.51.100.8/29]}}]}]");

        // Then
        assertThat(cluster.ask("198.51.100.1/32", "blue/api", "tcp/8080").isCertain())
                .isTrue();
        assertThat(cluster.ask("198.51.100.9/32", "blue/api", "tcp/8080").kind())
                .isEqualTo(DENIED);
        assertThat(cluster.ask("203.0.113.1/32", "blue/api", "tcp/8080").kind()).isEqualTo(DENIED);
    }
}
