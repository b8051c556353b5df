package dev.tenantmesh.verifier.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.MeshVerifier;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.question.Connectivity;
import dev.tenantmesh.verifier.question.EndpointFinder;
import dev.tenantmesh.verifier.reach.Adversary;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.Verdict.Kind;
import dev.tenantmesh.verifier.world.Port;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of EXPECTED.md, which was written by hand, are what the verifier says of the manifests on every platform. */
class RetailAnswersTest {

    private static final List<String> PLATFORMS =
            List.of("istio", "istio-1-18-multus", "openshift-mesh-2", "openshift-mesh-3");

    private static final Map<String, Asked> READ = new HashMap<>();

    private record Row(int number, String from, String to, int port, Kind expected) {}

    private record Asked(EndpointFinder finder, Connectivity connectivity) {}

    private static final List<Row> ROWS = List.of(
            new Row(1, "payments-prod/app=any", "payments-prod/checkout", 8080, Kind.MTLS_ONLY),
            new Row(2, "payments-prod/checkout", "payments-prod/ledger", 9090, Kind.MTLS_ONLY),
            new Row(3, "payments-prod/app=any", "payments-prod/ledger", 9090, Kind.DENIED),
            new Row(6, "web-prod/app=any", "web-prod/storefront", 8080, Kind.MTLS_ONLY),
            new Row(7, "catalog-prod/app=any", "catalog-prod/search", 8080, Kind.MTLS_ONLY),
            new Row(9, "analytics-jobs/collector", "analytics-jobs/query", 8080, Kind.MTLS_ONLY),
            new Row(10, "analytics-jobs/query", "analytics-jobs/collector", 4317, Kind.DENIED),
            new Row(11, "payments-prod/app=any", "payments-prod/app=other", 8080, Kind.DENIED),
            new Row(12, "web-prod/storefront", "inventory-prod/stock", 8080, Kind.MTLS_ONLY),
            new Row(13, "web-prod/storefront", "inventory-prod/stock", 8081, Kind.DENIED),
            new Row(14, "web-prod/storefront", "payments-prod/checkout", 8080, Kind.DENIED),
            new Row(14, "inventory-prod/stock", "web-prod/storefront", 8080, Kind.DENIED),
            new Row(15, "analytics-jobs/collector", "payments-prod/checkout", 8080, Kind.DENIED),
            new Row(15, "payments-prod/checkout", "analytics-jobs/query", 8080, Kind.DENIED),
            new Row(20, "stranger/app=any", "payments-prod/checkout", 8080, Kind.DENIED),
            new Row(41, "retail-ingress/istio=shared", "web-prod/storefront", 8080, Kind.MTLS_ONLY),
            new Row(42, "retail-ingress/istio=shared", "payments-prod/checkout", 8080, Kind.MTLS_ONLY),
            new Row(43, "retail-ingress/istio=shared", "payments-prod/ledger", 9090, Kind.DENIED),
            new Row(47, "inventory-gateway/istio=stock-gateway", "inventory-prod/stock", 8080, Kind.MTLS_ONLY),
            new Row(61, "payments-prod/checkout", "203.0.113.79", 443, Kind.DENIED),
            new Row(64, "retail-egress/istio=egress", "203.0.113.32", 443, Kind.PLAINTEXT_ONLY),
            new Row(66, "payments-prod/checkout", "203.0.113.32", 443, Kind.DENIED),
            new Row(68, "payments-prod/ledger", "retail-egress/egress", 8443, Kind.DENIED));

    static Stream<Arguments> rows() {
        return PLATFORMS.stream().flatMap(platform -> ROWS.stream().map(row -> Arguments.of(platform, row)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_what_the_manifests_say(String platform, Row row) {
        // Given
        Asked asked = READ.computeIfAbsent(platform, RetailAnswersTest::read);

        // When
        Verdict verdict = asked.connectivity()
                .explain(
                        asked.finder().find("from", pod(row.from(), platform)).orElseThrow(),
                        asked.finder().find("to", pod(row.to(), platform)).orElseThrow(),
                        Port.parse("tcp/" + row.port()).orElseThrow())
                .verdict();

        // Then
        assertThat(verdict.kind()).as(verdict.toString()).isEqualTo(row.expected());
    }

    /** Workloads are the tenants' own, so they are asked for by their labels; Maistra's pods ask for their proxy. */
    private static String pod(String written, String platform) {
        boolean declared = written.equals("retail-egress/egress");
        if (declared || !written.contains("/")) {
            return written;
        }
        String labelled = written.contains("=") ? written : written.replace("/", "/app.kubernetes.io/name=");
        return platform.equals("openshift-mesh-2") ? labelled + ",sidecar.istio.io/inject=true" : labelled;
    }

    private static Asked read(String platform) {
        Problems problems = new Problems();
        MeshVerifier verifier = MeshVerifier.read(
                List.of(Path.of("..", "examples", "retail", "deploy", platform)),
                LoadOptions.DEFAULT,
                ClusterProfile.OVN_KUBERNETES,
                problems);
        assertThat(problems.sorted().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .doesNotContain("ERROR");
        return new Asked(
                new EndpointFinder(verifier.world(), problems), new Connectivity(verifier, Adversary.HOSTILE_SOURCE));
    }
}
