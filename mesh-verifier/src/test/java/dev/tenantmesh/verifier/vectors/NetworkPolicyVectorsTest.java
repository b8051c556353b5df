package dev.tenantmesh.verifier.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What comes of NetworkPolicies of namespace a, of which peers in b and tenant-a are called b and tenant-a.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">Network Policies</a>
 */
class NetworkPolicyVectorsTest {

    private static final String FROM = "ingress: [{from: [%s]}]";

    @ParameterizedTest(name = "{0}: {1} -> {2} on {3} is let through: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                          | b/peer | a/app  | tcp/80   | true",
                "podSelector: {}                             | b/peer | a/app  | tcp/80   | false",
                "podSelector: {}                             | a/peer | a/app  | tcp/80   | false",
                "podSelector: {}                             | a/app  | b/peer | tcp/80   | true",
                "{podSelector: {}, egress: []}               | a/app  | b/peer | tcp/80   | true",
                "{podSelector: {}, egress: [{}]}             | a/app  | b/peer | tcp/80   | true",
                "{policyTypes: [Ingress, Egress]}            | a/app  | b/peer | udp/53   | false",
                "{policyTypes: [Egress], ingress: []}        | b/peer | a/app  | tcp/80   | true",
                "{ingress: [{}]}                             | b/peer | a/app  | tcp/80   | true",
                "{ingress: [{from: []}]}                     | b/peer | a/app  | tcp/80   | true",
                "{ingress: [{ports: [{port: 8080}]}]}        | b/peer | a/app  | tcp/8080 | true",
                "{ingress: [{ports: [{port: 8080}]}]}        | b/peer | a/app  | udp/8080 | false",
                "{ingress: [{ports: [{}]}]}                  | b/peer | a/app  | tcp/1    | true",
                "{ingress: [{ports: [{}]}]}                  | b/peer | a/app  | udp/1    | false",
                "{ingress: [{ports: [{protocol: UDP}]}]}     | b/peer | a/app  | udp/1    | true",
                "{ingress: [{ports: [{port: 80, endPort: 90}]}]} | b/peer | a/app | tcp/90 | true",
                "{ingress: [{ports: [{port: 80, endPort: 90}]}]} | b/peer | a/app | tcp/91 | false",
                "{ingress: [{ports: [{port: web}]}]}         | b/peer | a/app  | tcp/80   | false",
            })
    void one_policy(String spec, String source, String destination, String port, boolean let) {
        List<String> policies = spec.isEmpty() ? List.of() : List.of(policy("one", spec));
        assertThat(isLet(policies, source, destination, port)).isEqualTo(let);
    }

    @ParameterizedTest(name = "from {0}: {1} is let through: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{namespaceSelector: {matchLabels: {t: b}}, podSelector: {matchLabels: {app: peer}}}   | b/peer        | true",
                "{namespaceSelector: {matchLabels: {t: b}}, podSelector: {matchLabels: {app: peer}}}   | tenant-a/peer | false",
                "{namespaceSelector: {matchLabels: {t: b}}, podSelector: {matchLabels: {app: peer}}}   | a/peer        | false",
                "{namespaceSelector: {matchLabels: {t: b}}}, {podSelector: {matchLabels: {app: peer}}} | a/peer        | true",
                "{namespaceSelector: {matchLabels: {t: b}}}, {podSelector: {matchLabels: {app: peer}}} | b/peer        | true",
                "{namespaceSelector: {matchLabels: {t: b}}}, {podSelector: {matchLabels: {app: peer}}} | tenant-a/peer | false",
                "{podSelector: {}}                                                                     | b/peer        | false",
                "{namespaceSelector: {}}                                                               | b/peer        | true",
            })
    void peers(String from, String source, boolean let) {
        assertThat(isLet(List.of(policy("one", "{" + FROM.formatted(from) + "}")), source, "a/app", "tcp/80"))
                .isEqualTo(let);
    }

    @ParameterizedTest(name = "{0} on {1} is let through: {2}")
    @CsvSource({
        "b/peer, tcp/80, true",
        "b/peer, tcp/81, false",
        "tenant-a/peer, tcp/81, true",
        "tenant-a/peer, tcp/80, false"
    })
    void two_policies_add_up_and_do_not_mix(String source, String port, boolean let) {
        // Given
        String rule = "{ingress: [{from: [{namespaceSelector: {matchLabels: {t: %s}}}], ports: [{port: %s}]}]}";
        List<String> policies =
                List.of(policy("one", rule.formatted("b", 80)), policy("two", rule.formatted("tenant-a", 81)));

        // Then
        assertThat(isLet(policies, source, "a/app", port)).isEqualTo(let);
    }

    @ParameterizedTest(name = "port {0} open, {1}: mutual TLS {2}, plaintext {3}")
    @CsvSource({"8080, tcp/8080, false, true", "15008, tcp/9999, true, false"})
    void proxies_of_nodes(int open, String port, boolean mutual, boolean plaintext) {
        // Given
        String spec = "{podSelector: {}, ingress: [{ports: [{port: " + open + "}]}]}";
        String cluster = Vectors.ambient(Vectors.cluster(List.of(policy("one", spec))));

        // When
        var verdict = Vectors.ask(cluster, "b/peer", "a/app", Port.parse(port).orElseThrow());

        // Then
        assertThat(!verdict.mustIdentities().isEmpty()).isEqualTo(mutual);
        assertThat(!verdict.mayIdentities().isEmpty()).isEqualTo(mutual);
        assertThat(verdict.mayBePlaintext()).isEqualTo(plaintext);
    }

    private static boolean isLet(List<String> policies, String source, String destination, String port) {
        String cluster = Vectors.withoutMesh(Vectors.cluster(policies));
        return Vectors.ask(cluster, source, destination, Port.parse(port).orElseThrow())
                .isCertain();
    }

    private static String policy(String name, String spec) {
        String whole = spec.startsWith("{") ? spec : "{" + spec + "}";
        return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name
                + ", namespace: a}\nspec: "
                + (whole.contains("podSelector: {}") && !whole.contains("from")
                        ? whole
                        : whole.replaceFirst("\\{", "{podSelector: {}, "));
    }
}
