package dev.tenantmesh.verifier.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.trace.Way;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which mode comes of PeerAuthentications of the mesh, a namespace and a workload, in front of both kinds of proxies. What
 * the proxies of nodes are told differs from what policies say in the lines that follow the common ones.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">PeerAuthentication</a>
 */
class PeerAuthenticationVectorsTest {

    private static final String NONE = "-";

    @ParameterizedTest(name = "mesh {0}, namespace {1}, workload {2}, port {3}: {4}, others {5}")
    @CsvSource({
        "-,          -,          -,          -,          PERMISSIVE, PERMISSIVE",
        "STRICT,     -,          -,          -,          STRICT,     STRICT",
        "STRICT,     UNSET,      -,          -,          STRICT,     STRICT",
        "STRICT,     PERMISSIVE, -,          -,          PERMISSIVE, PERMISSIVE",
        "-,          STRICT,     UNSET,      PERMISSIVE, PERMISSIVE, STRICT",
        "STRICT,     -,          DISABLE,    UNSET,      DISABLE,    DISABLE",
        "PERMISSIVE, -,          STRICT,     UNSET,      STRICT,     STRICT",
        "-,          -,          PERMISSIVE, STRICT,     STRICT,     PERMISSIVE",
        "UNSET,      -,          -,          -,          PERMISSIVE, PERMISSIVE",
        "STRICT,     DISABLE,    -,          -,          DISABLE,    DISABLE",
        "-,          STRICT,     STRICT,     DISABLE,    DISABLE,    STRICT",
        "-,          PERMISSIVE, UNSET,      STRICT,     STRICT,     PERMISSIVE",
    })
    void modes(String mesh, String namespace, String workload, String port, String ofPort, String others) {
        // When
        String sidecar = cluster(mesh, namespace, workload, port);
        String ambient = Vectors.ambient(sidecar);

        // Then
        assertThat(mode(sidecar, 8080)).isEqualTo(ofPort);
        assertThat(mode(sidecar, 9000)).isEqualTo(others);
        assertThat(mode(ambient, 8080)).isEqualTo(neverOff(ofPort));
        assertThat(mode(ambient, 9000)).isEqualTo(neverOff(others));
    }

    /** The proxy of a node cannot turn mutual TLS off. */
    private static String neverOff(String mode) {
        return mode.equals("DISABLE") ? "PERMISSIVE" : mode;
    }

    @ParameterizedTest(name = "mesh {0}, namespace {1}, workload {2}, port {3}: pods {4} {5}, nodes {6} {7}")
    @CsvSource({
        // An exception that says DISABLE and none PERMISSIVE is not seen where the workload's mode is inherited.
        "STRICT, -,     UNSET,      DISABLE,    DISABLE,    STRICT,     STRICT,     STRICT",
        // The policy that is referred to is never made, so that nothing is denied.
        "STRICT, UNSET, UNSET,      PERMISSIVE, PERMISSIVE, STRICT,     PERMISSIVE, PERMISSIVE",
        // A port is taken for closed by the mesh although the workload opens it.
        "STRICT, -,     PERMISSIVE, STRICT,     STRICT,     PERMISSIVE, PERMISSIVE, PERMISSIVE",
    })
    void where_proxies_of_nodes_are_told_something_else(
            String mesh,
            String namespace,
            String workload,
            String port,
            String ofPort,
            String others,
            String ofPortAtNode,
            String othersAtNode) {
        // When
        String sidecar = cluster(mesh, namespace, workload, port);
        String ambient = Vectors.ambient(sidecar);

        // Then
        assertThat(mode(sidecar, 8080)).isEqualTo(ofPort);
        assertThat(mode(sidecar, 9000)).isEqualTo(others);
        assertThat(mode(ambient, 8080)).isEqualTo(ofPortAtNode);
        assertThat(mode(ambient, 9000)).isEqualTo(othersAtNode);
    }

    @ParameterizedTest(name = "mesh ''{0}'', namespace ''{1}'', port {2}: pods {3} {4}, nodes {5} {6}")
    @CsvSource({
        "'selector: {}', -,              -,          STRICT,     STRICT, PERMISSIVE, PERMISSIVE",
        "-,              'selector: {}', -,          STRICT,     STRICT, STRICT,     STRICT",
        "-,              'selector: {}', PERMISSIVE, PERMISSIVE, STRICT, PERMISSIVE, PERMISSIVE",
        "'selector: {matchLabels: {}}', -, -,        STRICT,     STRICT, UNKNOWN,    UNKNOWN",
        "'selector: {matchLabels: {app: a}}', -, -,  PERMISSIVE, PERMISSIVE, PERMISSIVE, PERMISSIVE",
    })
    void an_empty_selector_is_one_to_proxies_of_nodes(
            String mesh,
            String namespace,
            String port,
            String ofPort,
            String others,
            String ofPortAtNode,
            String othersAtNode) {
        // Given
        List<String> policies = new ArrayList<>();
        if (!mesh.equals(NONE)) {
            policies.add(Vectors.istio("PeerAuthentication", "istio-system", "mesh", mesh + "\nmtls: {mode: STRICT}"));
        }
        if (!namespace.equals(NONE)) {
            policies.add(Vectors.istio("PeerAuthentication", "a", "space", namespace + "\nmtls: {mode: STRICT}"));
        }
        if (!port.equals(NONE)) {
            policies.add(workload("UNSET", port));
        }

        // When
        String sidecar = Vectors.cluster(policies);
        String ambient = Vectors.ambient(sidecar);

        // Then
        assertThat(mode(sidecar, 8080)).isEqualTo(ofPort);
        assertThat(mode(sidecar, 9000)).isEqualTo(others);
        assertThat(mode(ambient, 8080)).isEqualTo(ofPortAtNode);
        assertThat(mode(ambient, 9000)).isEqualTo(othersAtNode);
    }

    private static String cluster(String mesh, String namespace, String workload, String port) {
        List<String> policies = new ArrayList<>();
        if (!mesh.equals(NONE)) {
            policies.add(Vectors.istio("PeerAuthentication", "istio-system", "default", "mtls: {mode: " + mesh + "}"));
        }
        if (!namespace.equals(NONE)) {
            policies.add(Vectors.istio("PeerAuthentication", "a", "default", "mtls: {mode: " + namespace + "}"));
        }
        if (!workload.equals(NONE)) {
            policies.add(workload(workload, port));
        }
        return Vectors.cluster(policies);
    }

    private static String workload(String mode, String port) {
        return Vectors.istio(
                "PeerAuthentication",
                "a",
                "workload",
                "selector: {matchLabels: {app: a}}\nmtls: {mode: " + mode + "}\nportLevelMtls: {\"8080\": {mode: "
                        + port + "}}");
    }

    /** The mode that comes of which ways are open. */
    private static String mode(String manifests, int port) {
        List<Way> ways = Vectors.ask(manifests, "a/peer", "a/app", port).ways();
        boolean doubtful = ways.stream()
                .anyMatch(way -> way.isOpen().isPossible() && !way.isOpen().isCertain());
        boolean plaintext =
                ways.stream().anyMatch(way -> way.isPlaintext() && way.isOpen().isCertain());
        boolean mutual =
                ways.stream().anyMatch(way -> !way.isPlaintext() && way.isOpen().isCertain());
        return doubtful ? "UNKNOWN" : plaintext ? mutual ? "PERMISSIVE" : "DISABLE" : "STRICT";
    }
}
