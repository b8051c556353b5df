package dev.tenantmesh.verifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.reach.client.Sending;
import dev.tenantmesh.verifier.reach.client.Works;
import dev.tenantmesh.verifier.reach.visible.Told;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Service;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the proxy of red's client sends to blue's Service, and whether that is served. */
class ClientSideCasesTest {

    private static final String STRICT = "mtls: {mode: STRICT}";

    private static Cluster meshed() {
        return Cluster.redAndBlue().service("blue", "api", "");
    }

    private static Cluster strict() {
        return meshed().with(Cluster.istio("PeerAuthentication", "blue", "default", STRICT));
    }

    private static String tls(String mode) {
        return "host: api.blue.svc.cluster.local\ntrafficPolicy: {tls: {" + mode + "}}";
    }

    private record Answer(List<String> sends, Truth works) {
        static Answer of(Cluster cluster) {
            MeshVerifier verifier = cluster.verifier();
            Pod client = verifier.world().podsOf("red/client").get(0);
            Pod server = verifier.world().podsOf("blue/api").get(0);
            Service service = verifier.world().services().get("blue").get(0);
            List<Sending> sends = verifier.clientSide().sends(client, service, 80, server);
            Works works = verifier.liveness().works(client, service, 80);
            assertThat(sends.stream().map(Sending::certainty).distinct())
                    .containsExactly(sends.size() == 1 ? Truth.YES : Truth.MAYBE);
            return new Answer(
                    sends.stream().map(sending -> sending.kind().name()).toList(), works.truth());
        }
    }

    private static void check(Cluster cluster, String sends, Truth works) {
        Answer answer = Answer.of(cluster);
        assertThat(String.join("+", answer.sends())).isEqualTo(sends);
        assertThat(answer.works()).isEqualTo(works);
    }

    @Test
    void a_proxy_sends_mutual_tls_to_a_pod_with_a_proxy() {
        check(strict(), "ISTIO_MTLS", Truth.YES);
    }

    @Test
    void a_proxy_sends_plaintext_to_a_pod_without_one() {
        check(meshed().where("tenant: blue, istio-injection: enabled", "tenant: blue"), "PLAINTEXT", Truth.YES);
    }

    @Test
    void a_pod_can_be_marked_to_take_no_mutual_tls() {
        check(
                strict().where("labels: {app: api}", "labels: {app: api, security.istio.io/tlsMode: disabled}"),
                "PLAINTEXT",
                Truth.NO);
    }

    @Test
    void a_client_without_a_proxy_sends_plaintext_which_strict_refuses() {
        check(strict().where("tenant: red, istio-injection: enabled", "tenant: red"), "PLAINTEXT", Truth.NO);
    }

    @Test
    void where_disable_is_demanded_a_proxy_sends_plaintext() {
        check(strict().where(STRICT, "mtls: {mode: DISABLE}"), "PLAINTEXT", Truth.YES);
    }

    @Test
    void a_port_is_that_of_the_pod_where_a_peer_authentication_says_disable() {
        String spec =
                "selector: {matchLabels: {app: api}}\nmtls: {mode: STRICT}\nportLevelMtls: {\"8080\": {mode: DISABLE}}";

        check(meshed().with(Cluster.istio("PeerAuthentication", "blue", "api", spec)), "PLAINTEXT", Truth.YES);
    }

    @Test
    void where_the_mesh_turns_it_off_nothing_is_sent_over_mutual_tls_of_itself() {
        check(strict().meshConfig("enableAutoMtls: false"), "PLAINTEXT", Truth.NO);
        check(
                strict().meshConfig("enableAutoMtls: false")
                        .config("DestinationRule", "blue", "api", tls("mode: ISTIO_MUTUAL")),
                "ISTIO_MTLS",
                Truth.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "mode: DISABLE, PLAINTEXT, NO",
        "'sni: x', PLAINTEXT, NO",
        "mode: SIMPLE, USER_TLS, NO",
        "mode: MUTUAL, USER_TLS, NO",
        "mode: ISTIO_MUTUAL, ISTIO_MTLS, YES"
    })
    void a_destination_rule_decides_what_is_sent_and_strict_takes_only_identities(
            String mode, String sends, Truth works) {
        check(strict().config("DestinationRule", "red", "api", tls(mode)), sends, works);
    }

    @Test
    void tls_without_a_mode_is_reported() {
        assertThat(strict().config("DestinationRule", "red", "api", tls("sni: x"))
                        .problems()
                        .sorted()
                        .toString())
                .contains("MESH0470");
    }

    @Test
    void user_tls_to_a_permissive_pod_is_for_its_application_to_take() {
        check(meshed().config("DestinationRule", "red", "api", tls("mode: SIMPLE")), "USER_TLS", Truth.MAYBE);
    }

    @Test
    void mutual_tls_to_a_pod_without_a_proxy_fails() {
        Cluster cluster = meshed().where("tenant: blue, istio-injection: enabled", "tenant: blue");

        check(cluster.config("DestinationRule", "red", "api", tls("mode: ISTIO_MUTUAL")), "ISTIO_MTLS", Truth.NO);
    }

    @ParameterizedTest
    @CsvSource({"red, PLAINTEXT", "blue, PLAINTEXT", "istio-system, PLAINTEXT", "green, ISTIO_MTLS"})
    void a_destination_rule_counts_in_the_namespace_of_the_client_or_the_host_or_the_root(String home, String sends) {
        assertThat(Answer.of(strict().config("DestinationRule", home, "api", tls("mode: DISABLE")))
                        .sends())
                .containsExactly(sends);
    }

    @ParameterizedTest
    @CsvSource({"red, blue", "red, istio-system", "blue, istio-system"})
    void the_nearer_one_comes_first(String nearer, String farther) {
        Cluster cluster = strict().config("DestinationRule", farther, "api", tls("mode: DISABLE"))
                .config("DestinationRule", nearer, "api", tls("mode: ISTIO_MUTUAL"));

        check(cluster, "ISTIO_MTLS", Truth.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue", "istio-system"})
    void one_of_another_namespace_counts_only_where_it_is_exported_to(String home) {
        Cluster cluster = strict().config("DestinationRule", home, "api", tls("mode: DISABLE") + "\nexportTo: [\".\"]");

        check(cluster, "ISTIO_MTLS", Truth.YES);
        check(
                strict().config("DestinationRule", home, "api", tls("mode: DISABLE"))
                        .meshConfig("defaultDestinationRuleExportTo: [\".\"]"),
                "ISTIO_MTLS",
                Truth.YES);
    }

    @Test
    void the_most_specific_host_counts() {
        Cluster cluster = strict().config(
                        "DestinationRule",
                        "red",
                        "all",
                        tls("mode: DISABLE").replace("api.blue", "\"*.blue").replace("local\n", "local\"\n"))
                .config("DestinationRule", "red", "api", tls("mode: ISTIO_MUTUAL"));

        check(cluster, "ISTIO_MTLS", Truth.YES);
    }

    @Test
    void of_two_with_one_host_either_may_count() {
        Cluster cluster = strict().config("DestinationRule", "red", "one", tls("mode: DISABLE"))
                .config("DestinationRule", "red", "two", tls("mode: ISTIO_MUTUAL"));

        check(cluster, "PLAINTEXT+ISTIO_MTLS", Truth.MAYBE);
    }

    @ParameterizedTest
    @CsvSource({"x, PLAINTEXT", "y, ISTIO_MTLS"})
    void one_with_a_selector_is_for_those_clients_only(String label, String sends) {
        Cluster cluster = strict().config(
                        "DestinationRule",
                        "red",
                        "api",
                        tls("mode: DISABLE") + "\nworkloadSelector: {matchLabels: {app: " + label + "}}");

        assertThat(Answer.of(cluster).sends()).containsExactly(sends);
    }

    @ParameterizedTest
    @CsvSource({"80, ISTIO_MTLS", "8080, PLAINTEXT"})
    void settings_of_a_port_are_for_that_of_the_service_and_stand_in_for_all_others(int port, String sends) {
        Cluster cluster = strict().config(
                        "DestinationRule",
                        "red",
                        "api",
                        "host: api.blue.svc.cluster.local\ntrafficPolicy:\n  tls: {mode: DISABLE}\n"
                                + "  portLevelSettings: [{port: {number: " + port + "}}]");

        assertThat(Answer.of(cluster).sends()).containsExactly(sends);
    }

    @Test
    void where_a_route_leads_to_a_subset_its_settings_count() {
        Cluster cluster = strict().config(
                        "DestinationRule",
                        "red",
                        "api",
                        tls("mode: ISTIO_MUTUAL") + "\nsubsets: [{name: old, trafficPolicy: {tls: {mode: DISABLE}}}]")
                .config(
                        "VirtualService",
                        "red",
                        "api",
                        "hosts: [api.blue.svc.cluster.local]\n"
                                + "http: [{route: [{destination: {host: api.blue.svc.cluster.local, subset: old}}]}]");

        check(cluster, "PLAINTEXT", Truth.NO);
    }

    @Test
    void where_a_route_leads_elsewhere_nobody_knows_whether_it_works() {
        Cluster cluster = strict().config(
                        "VirtualService",
                        "red",
                        "api",
                        "hosts: [api.blue.svc.cluster.local]\nhttp: [{route: [{destination: {host: other}}]}]");

        check(cluster, "LED_ELSEWHERE", Truth.MAYBE);
    }

    private static Cluster sidecar(String more) {
        return strict().config("Sidecar", "red", "default", "egress: [{hosts: [\"./*\"]}]\n" + more);
    }

    @Test
    void what_a_proxy_does_not_know_it_passes_on_in_plaintext() {
        check(sidecar(""), "PASSED_THROUGH", Truth.NO);
        check(sidecar("").where(STRICT, "mtls: {mode: PERMISSIVE}"), "PASSED_THROUGH", Truth.YES);
    }

    @Test
    void registry_only_drops_what_a_proxy_does_not_know() {
        check(sidecar("outboundTrafficPolicy: {mode: REGISTRY_ONLY}"), "BLACKHOLED", Truth.NO);
        check(sidecar("").meshConfig("outboundTrafficPolicy: {mode: REGISTRY_ONLY}"), "BLACKHOLED", Truth.NO);
    }

    @Test
    void an_outbound_policy_without_a_mode_is_registry_only_and_reported() {
        Cluster cluster = sidecar("outboundTrafficPolicy: {egressProxy: {}}");

        check(cluster, "BLACKHOLED", Truth.NO);
        assertThat(cluster.problems().sorted().toString()).contains("MESH0470");
    }

    @Test
    void an_outbound_policy_of_a_sidecar_comes_before_that_of_the_mesh() {
        Cluster cluster = sidecar("outboundTrafficPolicy: {mode: ALLOW_ANY}")
                .meshConfig("outboundTrafficPolicy: {mode: REGISTRY_ONLY}");

        assertThat(Answer.of(cluster).sends()).containsExactly("PASSED_THROUGH");
    }

    @Test
    void an_outbound_policy_of_a_mesh_without_a_mode_leaves_open_what_happens() {
        assertThat(Answer.of(sidecar("").meshConfig("outboundTrafficPolicy: {}"))
                        .sends())
                .containsExactly("BLACKHOLED", "PASSED_THROUGH");
    }

    @Test
    void an_excluded_port_goes_past_the_proxy() {
        Cluster cluster = strict().where(
                        "metadata: {labels: {app: x}}",
                        "metadata: {labels: {app: x}, annotations: {traffic.sidecar.istio.io/excludeOutboundPorts: \"443,80\"}}");

        check(cluster, "PLAINTEXT", Truth.NO);
    }

    @Test
    void a_gateway_is_not_marked_to_take_mutual_tls() {
        Cluster cluster = meshed().where(
                        "labels: {app: api}, annotations: {}",
                        "labels: {app: api}, annotations: {inject.istio.io/templates: gateway}");

        assertThat(Answer.of(cluster).sends()).containsExactly("PLAINTEXT");
    }

    @Test
    void proxies_of_nodes_speak_mutual_tls_to_each_other_whatever_destination_rules_say() {
        Cluster cluster = strict().where("istio-injection: enabled", "istio.io/dataplane-mode: ambient")
                .config("DestinationRule", "red", "api", tls("mode: DISABLE"));

        check(cluster, "ISTIO_MTLS", Truth.YES);
    }

    @Test
    void whether_the_proxy_of_a_pod_speaks_to_that_of_a_node_is_not_certain() {
        Cluster cluster = strict().where(
                        "tenant: blue, istio-injection: enabled", "tenant: blue, istio.io/dataplane-mode: ambient");

        check(cluster, "PLAINTEXT+ISTIO_MTLS", Truth.MAYBE);
    }

    @Test
    void what_a_proxy_sends_does_not_work_where_the_network_stops_it() {
        check(strict().with(Cluster.policy("blue", "deny", "policyTypes: [Ingress]")), "ISTIO_MTLS", Truth.NO);
    }

    @Test
    void a_service_without_declared_pods_works_perhaps() {
        MeshVerifier verifier = meshed().service("blue", "nobody", "").verifier();
        Service nobody = verifier.world().services().get("blue").get(1);

        Works works =
                verifier.liveness().works(verifier.world().podsOf("red/client").get(0), nobody, 80);

        assertThat(works.truth()).isEqualTo(Truth.MAYBE);
    }

    @Test
    void a_sidecar_of_the_server_that_listens_with_tls_of_its_own_counts_where_mutual_tls_is_off() {
        String listener =
                "ingress: [{port: {number: 8080, name: tls, protocol: HTTPS}, defaultEndpoint: \"127.0.0.1:80\", tls: {mode: SIMPLE}}]";
        Cluster cluster = strict().config("Sidecar", "blue", "default", listener);

        check(cluster, "ISTIO_MTLS", Truth.YES);
        check(cluster.where(STRICT, "mtls: {mode: DISABLE}"), "PLAINTEXT", Truth.MAYBE);
    }

    private static List<Sending.Kind> toBank(Cluster cluster) {
        MeshVerifier verifier = cluster.config(
                        "ServiceEntry",
                        "red",
                        "bank",
                        "hosts: [bank.example.com]\nports: [{number: 443, name: tls, protocol: TLS}]\nresolution: DNS")
                .verifier();
        Pod client = verifier.world().podsOf("red/client").get(0);
        Told told = verifier.visibility().toldOf(client).stream()
                .filter(known -> known.host().host().equals("bank.example.com"))
                .findFirst()
                .orElseThrow();
        return verifier.clientSide().sends(client, told, 443).stream()
                .map(Sending::kind)
                .toList();
    }

    @Test
    void a_host_outside_the_mesh_gets_plaintext_unless_a_destination_rule_says_otherwise() {
        String simple = "host: bank.example.com\ntrafficPolicy: {tls: {mode: SIMPLE}}";

        assertThat(toBank(meshed())).containsExactly(Sending.Kind.PLAINTEXT);
        assertThat(toBank(meshed().config("DestinationRule", "red", "bank", simple)))
                .containsExactly(Sending.Kind.USER_TLS);
        assertThat(toBank(meshed().where(
                                "tenant: red, istio-injection: enabled",
                                "tenant: red, istio.io/dataplane-mode: ambient")))
                .containsExactly(Sending.Kind.PLAINTEXT);
    }

    @Test
    void what_a_client_sends_changes_no_verdict() {
        Cluster open = meshed();
        Cluster scoped =
                sidecar("outboundTrafficPolicy: {mode: REGISTRY_ONLY}").where(STRICT, "mtls: {mode: PERMISSIVE}");

        assertThat(scoped.redToBlue().meaning()).isEqualTo(open.redToBlue().meaning());
    }
}
