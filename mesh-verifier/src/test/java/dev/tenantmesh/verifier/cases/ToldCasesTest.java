package dev.tenantmesh.verifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.reach.visible.Told;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the proxy of red's client is told of blue's Service, by each rule that decides it. */
class ToldCasesTest {

    private static final String API = "api.blue.svc.cluster.local";

    private static Cluster meshed() {
        return Cluster.redAndBlue().service("blue", "api", "");
    }

    private static Cluster sidecar(String namespace, String host) {
        return meshed().config("Sidecar", namespace, "default", "egress: [{hosts: [\"" + host + "\"]}]");
    }

    private static Truth told(Cluster cluster) {
        return told(cluster, API);
    }

    private static Truth told(Cluster cluster, String host) {
        return all(cluster).stream()
                .filter(told -> told.host().host().equals(host))
                .map(Told::certainty)
                .reduce(Truth.NO, Truth::or);
    }

    private static List<Told> all(Cluster cluster) {
        MeshVerifier verifier = cluster.verifier();
        return verifier.visibility().toldOf(client(verifier));
    }

    private static Pod client(MeshVerifier verifier) {
        return verifier.world().podsOf("red/client").get(0);
    }

    private static Told answer(Cluster cluster) {
        MeshVerifier verifier = cluster.verifier();
        return verifier.visibility()
                .told(client(verifier), verifier.world().services().get("blue").get(0));
    }

    @Test
    void without_a_sidecar_everything_exported_is_told() {
        assertThat(told(meshed())).isEqualTo(Truth.YES);
    }

    @Test
    void without_a_proxy_nothing_is_told() {
        Cluster cluster = Cluster.withoutMesh().service("blue", "api", "");

        assertThat(all(cluster)).isEmpty();
        assertThat(answer(cluster).certainty()).isEqualTo(Truth.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "blue/*, YES",
        "*/*, YES",
        "*/api.blue.svc.cluster.local, YES",
        "blue/*.blue.svc.cluster.local, YES",
        "blue/other.blue.svc.cluster.local, NO",
        "blue/*.red.svc.cluster.local, NO",
        "./*, NO",
        "red/*, NO",
        "~/*, NO"
    })
    void a_sidecar_tells_of_what_its_hosts_name(String host, Truth expected) {
        assertThat(told(sidecar("red", host))).isEqualTo(expected);
    }

    @Test
    void a_sidecar_without_egress_tells_of_everything() {
        Cluster cluster = meshed().config("Sidecar", "red", "default", "outboundTrafficPolicy: {mode: ALLOW_ANY}");

        assertThat(told(cluster)).isEqualTo(Truth.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~/*", "~blue/*"})
    void what_stands_behind_a_tilde_is_left_out_by_newer_control_planes_only(String exclusion) {
        Cluster cluster =
                meshed().config("Sidecar", "red", "default", "egress: [{hosts: [\"blue/*\", \"" + exclusion + "\"]}]");

        assertThat(told(cluster)).isEqualTo(Truth.MAYBE);
    }

    @ParameterizedTest
    @CsvSource({"80, YES", "81, NO"})
    void a_listener_with_a_port_tells_of_that_port(int port, Truth expected) {
        Cluster cluster = meshed().config(
                        "Sidecar",
                        "red",
                        "default",
                        "egress: [{port: {number: " + port + ", name: p, protocol: HTTP}, hosts: [\"blue/*\"]}]");

        assertThat(told(cluster)).isEqualTo(expected);
    }

    @Test
    void the_root_namespace_holds_the_default_of_the_mesh_in_which_a_dot_is_the_namespace_of_the_pod() {
        assertThat(told(sidecar("istio-system", "./*"))).isEqualTo(Truth.NO);
        assertThat(told(sidecar("istio-system", "./*").service("red", "own", ""), "own.red.svc.cluster.local"))
                .isEqualTo(Truth.YES);
    }

    @Test
    void the_default_of_the_namespace_comes_before_that_of_the_mesh() {
        Cluster cluster =
                sidecar("istio-system", "./*").config("Sidecar", "red", "default", "egress: [{hosts: [\"*/*\"]}]");

        assertThat(told(cluster)).isEqualTo(Truth.YES);
    }

    @Test
    void a_sidecar_that_selects_the_pod_comes_before_the_default() {
        Cluster cluster = sidecar("red", "./*")
                .config(
                        "Sidecar",
                        "red",
                        "client",
                        "workloadSelector: {labels: {app: x}}\negress: [{hosts: [\"blue/*\"]}]");

        assertThat(told(cluster)).isEqualTo(Truth.YES);
        assertThat(told(cluster.where("workloadSelector: {labels: {app: x}}", "workloadSelector: {labels: {app: y}}")))
                .isEqualTo(Truth.NO);
    }

    @Test
    void of_two_sidecars_of_one_scope_either_may_count_and_that_is_reported() {
        Cluster cluster = sidecar("red", "./*").config("Sidecar", "red", "wider", "egress: [{hosts: [\"*/*\"]}]");

        assertThat(told(cluster)).isEqualTo(Truth.MAYBE);
        assertThat(cluster.problems().sorted().toString()).contains("MESH0471");
    }

    @Test
    void sidecars_are_not_for_gateways() {
        Cluster cluster = sidecar("red", "./*")
                .where(
                        "metadata: {labels: {app: x}}",
                        "metadata: {labels: {app: x}, annotations: {inject.istio.io/templates: gateway}}");

        assertThat(told(cluster)).isEqualTo(Truth.YES);
    }

    @Test
    void neither_sidecars_nor_exports_are_for_ambient_pods() {
        Cluster cluster = sidecar("red", "./*")
                .where("annotations: {}}\nspec", "annotations: {networking.istio.io/exportTo: \".\"}}\nspec")
                .where("tenant: red, istio-injection: enabled", "tenant: red, istio.io/dataplane-mode: ambient");

        assertThat(told(cluster)).isEqualTo(Truth.YES);
    }

    @ParameterizedTest
    @CsvSource({"'.', NO", "'*', YES", "'~', NO", "'red', YES", "'., red', YES", "'green', NO"})
    void a_service_says_by_an_annotation_where_it_is_known(String exportTo, Truth expected) {
        Cluster cluster =
                Cluster.redAndBlue().service("blue", "api", "networking.istio.io/exportTo: \"" + exportTo + "\"");

        assertThat(told(cluster)).isEqualTo(expected);
    }

    @Test
    void the_default_of_the_mesh_counts_for_services_that_say_nothing() {
        Cluster cluster = meshed().meshConfig("defaultServiceExportTo: [\".\"]");

        assertThat(told(cluster)).isEqualTo(Truth.NO);
        assertThat(answer(cluster).because()).contains("exported to .");
    }

    @ParameterizedTest
    @CsvSource({"red, NO", "blue, YES"})
    void namespaces_that_discovery_selectors_do_not_name_are_not_looked_at(String selected, Truth expected) {
        Cluster cluster = meshed().meshConfig("discoverySelectors: [{matchLabels: {tenant: " + selected + "}}]");

        assertThat(told(cluster)).isEqualTo(expected);
    }

    @Test
    void what_discovery_selectors_make_of_a_namespace_without_a_manifest_is_not_certain() {
        Cluster cluster =
                meshed().service("green", "api", "").meshConfig("discoverySelectors: [{matchLabels: {tenant: blue}}]");

        assertThat(told(cluster, "api.green.svc.cluster.local")).isEqualTo(Truth.MAYBE);
    }

    @Test
    void an_object_of_another_revision_is_not_there_unless_the_control_plane_has_none() {
        Cluster cluster = Cluster.redAndBlue()
                .where("istio-injection: enabled", "istio.io/rev: canary")
                .with("""
                        revision: canary
                        meshConfig: {trustDomain: cluster.local}
                        """)
                .service("blue", "api", "")
                .with("""
                        apiVersion: networking.istio.io/v1
                        kind: Sidecar
                        metadata: {name: default, namespace: red, labels: {istio.io/rev: stable}}
                        spec: {egress: [{hosts: ["./*"]}]}
                        """);

        assertThat(told(cluster)).isEqualTo(Truth.YES);
        assertThat(told(cluster.where("istio.io/rev: stable", "istio.io/rev: canary")))
                .isEqualTo(Truth.NO);
        assertThat(told(sidecar("red", "./*")
                        .where(
                                "name: default, namespace: red}",
                                "name: default, namespace: red, labels: {istio.io/rev: x}}")))
                .isEqualTo(Truth.NO);
    }

    @Test
    void where_a_virtual_service_leads_is_told_unasked() {
        Cluster cluster = sidecar("red", "red/www.example.com")
                .config(
                        "VirtualService",
                        "red",
                        "www",
                        "hosts: [www.example.com]\nhttp: [{route: [{destination: {host: " + API + "}}]}]");

        assertThat(told(cluster)).isEqualTo(Truth.YES);
        assertThat(told(cluster.where("hosts: [www.example.com]", "hosts: [www.example.com]\n  gateways: [edge]")))
                .isEqualTo(Truth.NO);
    }

    @Test
    void where_a_part_of_a_virtual_service_leads_is_told_too() {
        Cluster cluster = sidecar("red", "red/www.example.com")
                .config("VirtualService", "red", "www", "hosts: [www.example.com]\nhttp: [{delegate: {name: part}}]")
                .config("VirtualService", "red", "part", "http: [{route: [{destination: {host: " + API + "}}]}]");

        assertThat(told(cluster)).isEqualTo(Truth.YES);
    }

    private static Cluster entries(String... namespaces) {
        Cluster cluster = meshed();
        for (String namespace : namespaces) {
            cluster.config(
                    "ServiceEntry",
                    namespace,
                    "api",
                    "hosts: [" + API + "]\nports: [{number: 80, name: http, protocol: HTTP}]\nresolution: DNS");
        }
        return cluster;
    }

    private static List<String> homes(Cluster cluster) {
        return all(cluster).stream()
                .map(told -> told.host().namespace() + " " + told.certainty())
                .toList();
    }

    @Test
    void the_own_namespace_comes_first() {
        assertThat(homes(entries("red"))).containsExactly("red YES");
    }

    @Test
    void a_service_comes_before_the_entry_of_a_third_namespace() {
        assertThat(homes(entries("green"))).containsExactly("blue YES");
    }

    @Test
    void of_the_entries_of_two_other_namespaces_either_may_count() {
        Cluster cluster = entries("green", "yellow").where("hosts: [" + API + "]", "hosts: [api.example.com]");

        assertThat(homes(cluster)).containsExactly("blue YES", "green MAYBE", "yellow MAYBE");
    }
}
