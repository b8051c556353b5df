package dev.tenantmesh.verifier.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the two kinds of proxies make of the same AuthorizationPolicies. MAYBE stands where a request, somebody who is
 * asked, or the version of the proxy decides.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/">AuthorizationPolicy</a>
 */
class AuthorizationPolicyVectorsTest {

    private static final String PLAIN = "plaintext";
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: app, namespace: a}
            spec: {selector: {app: a}, ports: [{name: http, port: 80, targetPort: 8080}]}
            """;

    static Stream<Arguments> vectors() {
        Truth yes = Truth.YES;
        Truth maybe = Truth.MAYBE;
        Truth no = Truth.NO;
        String own = rules("ALLOW", "from: [{source: {namespaces: [a]}}]");
        String others = rules("ALLOW", "from: [{source: {notNamespaces: [b]}}]");
        String denied = rules("DENY", "from: [{source: {namespaces: [b]}}]");
        String prefix = rules("ALLOW", "from: [{source: {namespaces: [\"tenant-a*\"]}}]");
        String inner = rules("ALLOW", "from: [{source: {namespaces: [\"t*a\"]}}]");
        String noDelete = rules("DENY", "to: [{operation: {methods: [DELETE]}}]");
        String onlyGet = rules("ALLOW", "to: [{operation: {methods: [GET]}}]");
        String otherDomain = rules("ALLOW", "from: [{source: {namespaces: [a], trustDomains: [td1]}}]");
        String all = rules("ALLOW", "");
        return Stream.of(
                Arguments.of("1", List.of(), "b", yes, yes),
                Arguments.of("2", List.of(""), "a", no, no),
                Arguments.of("3, own namespace", List.of(own), "a", yes, yes),
                Arguments.of("3, another namespace", List.of(own), "b", no, no),
                Arguments.of("3, plaintext", List.of(own), PLAIN, no, no),
                Arguments.of("4", List.of(others), PLAIN, yes, yes),
                Arguments.of("5", List.of(denied), PLAIN, yes, yes),
                Arguments.of("6", List.of(prefix), "tenant-ab", yes, yes),
                Arguments.of("7", List.of(inner), "tenant-a", yes, no),
                Arguments.of("7, a star runs on into the service account", List.of(inner), "tenant-ab", yes, no),
                Arguments.of("8", List.of(noDelete), "b", maybe, yes),
                Arguments.of("9", List.of(onlyGet), "b", maybe, no),
                Arguments.of("10", List.of(otherDomain), "a", maybe, maybe),
                Arguments.of("11", List.of("selector: {}"), "b", no, yes),
                Arguments.of("11, labels that are none", List.of("selector: {matchLabels: {}}"), "b", no, maybe),
                Arguments.of("12", List.of(rules("DENY", ""), all), "b", no, no),
                Arguments.of("13", List.of("istio-system:" + all, ""), "b", yes, yes),
                Arguments.of("14", List.of("action: CUSTOM\nprovider: {name: x}\nrules: [{}]"), "b", maybe, yes),
                Arguments.of("15", List.of("targetRefs: [{group: \"\", kind: Service, name: app}]"), "b", yes, yes),
                Arguments.of("a note", List.of(rules("AUDIT", "")), "b", yes, yes));
    }

    private static String rules(String action, String rule) {
        return "action: " + action + "\nrules: [{" + rule + "}]";
    }

    @ParameterizedTest(name = "{0}: {2} is admitted by pods {3}, by nodes {4}")
    @MethodSource("vectors")
    void verdicts(String row, List<String> specs, String peer, Truth ofPod, Truth ofNode) {
        // Given
        String cluster = Vectors.cluster(
                Stream.concat(specs.stream().map(AuthorizationPolicyVectorsTest::policy), Stream.of(SERVICE))
                        .toList());

        // Then
        assertThat(admitted(cluster, peer)).as(row).isEqualTo(ofPod);
        assertThat(admitted(Vectors.ambient(cluster), peer)).as(row).isEqualTo(ofNode);
    }

    private static String policy(String spec) {
        String namespace = spec.startsWith("istio-system:") ? "istio-system" : "a";
        return Vectors.istio(
                "AuthorizationPolicy",
                namespace,
                "p" + Integer.toHexString(spec.hashCode()),
                spec.replace("istio-system:", ""));
    }

    private static Truth admitted(String cluster, String peer) {
        boolean plaintext = peer.equals(PLAIN);
        return Vectors.ask(cluster, (plaintext ? "b" : peer) + "/peer", "a/app", 8080).ways().stream()
                .filter(way -> way.isPlaintext() == plaintext)
                .map(way -> way.isOpen())
                .reduce(Truth.NO, Truth::or);
    }
}
