package dev.tenantmesh.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.problem.Severity;
import dev.tenantmesh.verifier.load.LoadOptions;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definitions of the platforms, where they are given, take the examples and refuse what is wrong. */
class PlatformDefinitionsTest {

    @ParameterizedTest
    @CsvSource({
        "guardrails, kubernetes, istio-1.30 network-policy-api",
        "guardrails, openshift, sail-3 istio-1.30 network-policy-api",
        "retail, istio, istio-1.30",
        "retail, istio-1-18-multus, istio-1.20 multus",
        "retail, openshift-mesh-2, maistra-2 istio-1.20 multus",
        "retail, openshift-mesh-3, sail-3 istio-1.30 multus",
        "storefront, istio, istio-1.30",
        "storefront, istio-1-18-multus, istio-1.20 multus",
        "storefront, openshift-mesh-2, maistra-2 istio-1.20 multus",
        "storefront, openshift-mesh-3, sail-3 istio-1.30 multus",
    })
    void an_example_is_taken(String example, String platform, String folders) {
        // Given
        SchemaChecks checks = Checked.byFolders(folders.split(" ", -1));
        Problems problems = new Problems();
        Path deploy = Path.of("..", "examples", example, "deploy", platform);
        Manifests manifests = ManifestLoader.load(List.of(deploy), LoadOptions.DEFAULT, problems);

        // When
        checks.check(manifests, problems);

        // Then
        assertThat(manifests.all()).isNotEmpty();
        assertThat(problems.sorted())
                .filteredOn(problem -> problem.severity() != Severity.INFO)
                .isEmpty();
        assertThat(problems.sorted(Severity.INFO))
                .extracting(Problem::toString)
                .filteredOn(text -> text.contains("MESH0464"))
                .singleElement()
                .asString()
                .contains("only the metadata was checked")
                .doesNotContain(
                        "NetworkPolicy", "AuthorizationPolicy", "PeerAuthentication", "VirtualService", "Istio");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            security.istio.io/v1 | PeerAuthentication | {portLevelMtls: {"8080": {mode: DISABLE}}} | a.yaml:4:1: MESH0463: A rule of the definition does not hold: portLevelMtls requires selector.
            security.istio.io/v1 | AuthorizationPolicy | {rules: [{form: []}]} | a.yaml:4:17: MESH0461 'form': There is no such field in spec.rules.0. The API server refuses it, or drops it if validation is not strict. Did you mean 'from'?
            networking.istio.io/v1 | VirtualService | {hosts: shop} | a.yaml:4:15: MESH0460 'shop': It is not of its type: string found, [array] expected.
            networking.istio.io/v1 | ServiceEntry | {hosts: [a.example], addresses: [10.0.0.0/8], resolution: STATIC, endpoints: [{address: 10.0.0.1}], workloadSelector: {labels: {a: b}}} | a.yaml:4:1: MESH0463: A rule of the definition does not hold: only one of WorkloadSelector or Endpoints can be set.
            networking.istio.io/v1 | DestinationRule | {host: a, trafficPolicy: {loadBalancer: {simple: RANDOM, consistentHash: {useSourceIp: true}}}} | a.yaml:4:33: MESH0460: Exactly one of its alternatives must hold; it is about
            """)
    void what_istio_forbids_is_refused(String apiVersion, String kind, String spec, String problem) {
        // Given
        SchemaChecks checks = Checked.byFolders("istio-1.30");

        // When
        List<String> said = Checked.said(checks, """
                apiVersion: %s
                kind: %s
                metadata: {name: a, namespace: shop}
                spec: %s
                """.formatted(apiVersion, kind, spec), new Problems());

        // Then
        assertThat(said)
                .filteredOn(text -> !text.contains("MESH0464"))
                .singleElement()
                .asString()
                .startsWith(problem);
    }
}
