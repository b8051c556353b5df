package dev.tenantmesh.verifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.reach.hijack.Hijack;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which objects of red take hosts of blue from clients that are not red's. */
class HijackCasesTest {

    private static final String API = "api.blue.svc.cluster.local";

    private static Cluster meshed() {
        return Cluster.redAndBlue().service("blue", "api", "");
    }

    private static Cluster route(String more) {
        return meshed().config(
                        "VirtualService",
                        "red",
                        "thief",
                        "hosts: [" + API + "]\nhttp: [{route: [{destination: {host: thief}}]}]\n" + more);
    }

    private static List<Hijack> of(Cluster cluster, String host) {
        return cluster.verifier().hijacks().of(host, Set.of("blue"));
    }

    private static Truth truth(Cluster cluster, String host) {
        return of(cluster, host).stream().map(Hijack::certainty).reduce(Truth.NO, Truth::or);
    }

    @Test
    void v90_a_virtual_service_that_is_exported_everywhere_takes_the_host_from_blue() {
        assertThat(of(route("exportTo: [\"*\"]"), API)).singleElement().satisfies(hijack -> {
            assertThat(hijack.certainty()).isEqualTo(Truth.YES);
            assertThat(hijack.object().id()).isEqualTo("VirtualService red/thief");
            assertThat(hijack.object().origin().line()).isPositive();
            assertThat(hijack.clients())
                    .extracting(pod -> pod.namespace().name())
                    .containsOnly("blue");
        });
    }

    @Test
    void v90_without_an_export_the_default_of_the_mesh_counts() {
        assertThat(truth(route(""), API)).isEqualTo(Truth.YES);
        assertThat(truth(route("").meshConfig("defaultVirtualServiceExportTo: [\".\"]"), API))
                .isEqualTo(Truth.NO);
    }

    @Test
    void v90_one_that_is_exported_nowhere_takes_nothing() {
        assertThat(of(route("exportTo: [\".\"]"), API)).isEmpty();
    }

    @Test
    void v90_a_sidecar_of_blue_keeps_it_out_but_not_for_ambient_pods() {
        Cluster cluster =
                route("exportTo: [\"*\"]").config("Sidecar", "blue", "default", "egress: [{hosts: [\"./*\"]}]");

        assertThat(of(cluster, API)).isEmpty();
        assertThat(truth(
                        cluster.where(
                                "tenant: blue, istio-injection: enabled",
                                "tenant: blue, istio.io/dataplane-mode: ambient"),
                        API))
                .isEqualTo(Truth.MAYBE);
    }

    @Test
    void one_for_a_gateway_or_for_another_host_takes_nothing() {
        assertThat(of(route("gateways: [edge]"), API)).isEmpty();
        assertThat(of(route("").where("hosts: [" + API, "hosts: [other.example.com"), API))
                .isEmpty();
    }

    @Test
    void one_with_a_pattern_of_hosts_takes_each_of_them() {
        assertThat(truth(route("").where("hosts: [" + API + "]", "hosts: [\"*.blue.svc.cluster.local\"]"), API))
                .isEqualTo(Truth.YES);
    }

    @Test
    void where_blue_has_one_of_its_own_either_may_count() {
        Cluster cluster = route("")
                .config(
                        "VirtualService",
                        "blue",
                        "own",
                        "hosts: [" + API + "]\nhttp: [{route: [{destination: {host: api}}]}]");

        assertThat(truth(cluster, API)).isEqualTo(Truth.MAYBE);
    }

    private static Cluster entry(String more) {
        return meshed().config(
                        "ServiceEntry",
                        "red",
                        "thief",
                        "hosts: [bank.example.com]\nports: [{number: 443, name: tls, protocol: TLS}]\n"
                                + "resolution: DNS\n" + more);
    }

    @Test
    void v92_a_service_entry_without_an_export_takes_a_host_outside() {
        assertThat(of(entry(""), "bank.example.com")).singleElement().satisfies(hijack -> {
            assertThat(hijack.certainty()).isEqualTo(Truth.YES);
            assertThat(hijack.object().id()).isEqualTo("ServiceEntry red/thief");
        });
        assertThat(of(entry("exportTo: [\".\"]"), "bank.example.com")).isEmpty();
    }

    @Test
    void v92_one_of_blue_comes_first_and_both_may_get_into_each_others_way() {
        Cluster cluster = entry("")
                .config(
                        "ServiceEntry",
                        "blue",
                        "bank",
                        "hosts: [bank.example.com]\nports: [{number: 443, name: tls, protocol: TLS}]\n"
                                + "resolution: DNS\nexportTo: [\".\"]");

        assertThat(truth(cluster, "bank.example.com")).isEqualTo(Truth.MAYBE);
        assertThat(of(cluster.config("Sidecar", "blue", "default", "egress: [{hosts: [\"./*\"]}]"), "bank.example.com"))
                .isEmpty();
    }

    @Test
    void v92_exports_are_not_for_ambient_pods() {
        Cluster cluster = entry("exportTo: [\".\"]")
                .where("tenant: blue, istio-injection: enabled", "tenant: blue, istio.io/dataplane-mode: ambient");

        assertThat(truth(cluster, "bank.example.com")).isEqualTo(Truth.YES);
    }

    @ParameterizedTest
    @CsvSource({"red, NO", "istio-system, YES"})
    void a_destination_rule_counts_for_others_only_from_the_root_namespace(String home, Truth expected) {
        Cluster cluster = meshed().config(
                        "DestinationRule", home, "thief", "host: " + API + "\ntrafficPolicy: {tls: {mode: DISABLE}}");

        assertThat(truth(cluster, API)).isEqualTo(expected);
    }
}
