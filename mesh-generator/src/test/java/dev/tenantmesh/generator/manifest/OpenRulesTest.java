package dev.tenantmesh.generator.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenRulesTest {

    @Test
    void acceptsRulesThatNameTheirPeers() {
        assertThat(OpenRules.in(ManifestYaml.tree(Samples.policy("a", "b", 80)), false))
                .isEmpty();
    }

    @Test
    void findsAPeerListThatBecameEmptyInATypedObject() {
        NetworkPolicy policy = new NetworkPolicyBuilder(Samples.policy("a", "b", 80))
                .editSpec()
                .editFirstIngress()
                .withFrom(List.of())
                .endIngress()
                .endSpec()
                .build();

        assertThat(ManifestYaml.write("", policy)).doesNotContain("from");
        assertThat(OpenRules.in(ManifestYaml.tree(policy), false)).containsExactly("spec.ingress[0].from");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ingress: []}                                        | false |",
                "{ingress: [{}]}                                      | false | spec.ingress[0].from",
                "{ingress: [{}]}                                      | true  | spec.ingress[0].from",
                "{ingress: [{ports: [{port: 80}]}]}                   | false | spec.ingress[0].from",
                "{ingress: [{ports: [{port: 80}]}]}                   | true  |",
                "{ingress: [{ports: [{protocol: TCP}]}]}              | true  | spec.ingress[0].from",
                "{egress: [{to: []}]}                                 | false | spec.egress[0].to",
                "{egress: [{to: [{podSelector: {}}]}]}                | false |",
                "{egress: [{to: [{podSelector: {}}, {}]}]}            | true  | spec.egress[0].to",
            })
    void judgesNetworkPolicies(String spec, boolean open, String place) throws IOException {
        JsonNode policy = object("networking.k8s.io/v1", "NetworkPolicy", spec);
        assertThat(OpenRules.in(policy, open)).isEqualTo(place == null ? List.of() : List.of(place));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                        | false |",
                "{rules: [{}]}                                             | false | spec.rules[0].from",
                "{rules: [{}]}                                             | true  | spec.rules[0].from",
                "{rules: [{to: [{operation: {ports: ['80']}}]}]}           | false | spec.rules[0].from",
                "{rules: [{to: [{operation: {ports: ['80']}}]}]}           | true  |",
                "{rules: [{when: [{key: a, values: [b]}]}]}                | false |",
                "{rules: [{from: [{source: {}}]}]}                         | false | spec.rules[0].from",
                "{rules: [{from: [{source: {principals: [a]}}]}]}          | false |",
                "{rules: [{from: [{source: {principals: [a]}}], to: [{operation: {}}]}]} | false | spec.rules[0].to",
                "{action: DENY, rules: [{to: [{operation: {ports: ['80']}}]}]} | false |",
                "{action: DENY, rules: [{from: [{}]}]}                     | false | spec.rules[0].from",
            })
    void judgesAuthorizationPolicies(String spec, boolean open, String place) throws IOException {
        JsonNode policy = object("security.istio.io/v1", "AuthorizationPolicy", spec);
        assertThat(OpenRules.in(policy, open)).isEqualTo(place == null ? List.of() : List.of(place));
    }

    @Test
    void leavesOtherKindsAlone() throws IOException {
        assertThat(OpenRules.in(object("crd.projectcalico.org/v1", "NetworkPolicy", "{ingress: [{}]}"), false))
                .isEmpty();
    }

    private static JsonNode object(String apiVersion, String kind, String spec) throws IOException {
        return new YAMLMapper().readTree("{apiVersion: " + apiVersion + ", kind: " + kind + ", spec: " + spec + "}");
    }
}
