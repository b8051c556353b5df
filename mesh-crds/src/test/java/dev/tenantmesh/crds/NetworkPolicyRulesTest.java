package dev.tenantmesh.crds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.crds.schema.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API server's rules for NetworkPolicy; no definitions are needed for them. */
class NetworkPolicyRulesTest {

    private static final ApiServer SERVER = ApiServer.of(List.of());

    @Test
    void the_rules_compile() {
        assertThat(NetworkPolicyRules.V1.notChecked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{podSelector: {}}",
                "{podSelector: {}, policyTypes: [Ingress, Egress]}",
                "{podSelector: {matchExpressions: [{key: a/b, operator: NotIn, values: [c, '']}]}, ingress: [{}]}",
                "{ingress: [{from: [{podSelector: {}, namespaceSelector: {matchLabels: {a.b/c: d}}}]}]}",
                "{ingress: [{ports: [{}, {port: http}, {port: 80, endPort: 80, protocol: SCTP}]}]}",
                "{egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.2.3.4/32]}}]}]}",
                "{egress: [{to: [{ipBlock: {cidr: '::/0', except: ['2001:db8::/32', 'fe80::1:0:0:0/128']}}]}]}",
            })
    void good_policies_pass(String spec) {
        assertThat(check(spec)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {ingress: [{from: [{}]}]}                           | /spec/ingress/0/from/0: must specify a peer
            {ingress: [{from: [{podSelector: null}]}]}          | /spec/ingress/0/from/0: must specify a peer
            {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]} \
            | /spec/egress/0/to/0: may not specify both ipBlock and another peer
            {ingress: [{to: [{podSelector: {}}]}]}              | /spec/ingress/0/to: There is no such field
            {ingress: [{ports: [{protocol: ICMP}]}]}            | /spec/ingress/0/ports/0/protocol: It is none of
            {ingress: [{ports: [{port: 0}]}]}                   | /spec/ingress/0/ports/0/port: must be from 1 to 65535
            {ingress: [{ports: [{port: 80-90}]}]}               | /spec/ingress/0/ports/0/port: must be from 1 to 65535
            {ingress: [{ports: [{port: "8080"}]}]}              | /spec/ingress/0/ports/0/port: must be from 1 to 65535
            {ingress: [{ports: [{port: 80, endPort: 79}]}]}     | /spec/ingress/0/ports/0: endPort must not be smaller
            {ingress: [{ports: [{port: a, endPort: 79}]}]}      | /spec/ingress/0/ports/0: endPort may only be given
            {ingress: [{ports: [{endPort: 79}]}]}               | /spec/ingress/0/ports/0: endPort may only be given
            {policyTypes: [ingress]}                            | /spec/policyTypes/0: It is none of
            {policyTypes: [Ingress, Egress, Egress]}            | /spec/policyTypes: It must have at most 2
            {podSelector: {matchLabels: {-a: b}}}               | /spec/podSelector/matchLabels: not the key of a label
            {podSelector: {matchLabels: {a: b c}}}              | /spec/podSelector/matchLabels/a: It does not match
            {podSelector: {matchLabels: {a: true}}}             | /spec/podSelector/matchLabels/a: It is not of its type: boolean found
            {podSelector: {matchExpressions: [{key: a, operator: In}]}} \
            | /spec/podSelector/matchExpressions/0: values must be given with In and NotIn
            {podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}} \
            | /spec/podSelector/matchExpressions/0: values must be given with In and NotIn
            {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}]} \
            | /spec/egress/0/to/0/ipBlock: except must be strict subsets
            {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}]}]} \
            | /spec/egress/0/to/0/ipBlock: except must be strict subsets
            {egress: [{to: [{ipBlock: {cidr: 10.0.0.1/8}}]}]}   | /spec/egress/0/to/0/ipBlock/cidr: Newer API servers
            {egress: [{to: [{ipBlock: {except: []}}]}]}         | /spec/egress/0/to/0/ipBlock: The field 'cidr' is missing
            """)
    void mistakes_are_found(String spec, String message) {
        assertThat(check(spec))
                .filteredOn(refusal -> refusal.kind() != Refusal.Kind.NOT_CHECKED)
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/33",
                "010.0.0.0/8",
                "10.0.0.0/08",
                "10.0.0.0/-1",
                "10.0.0/8",
                "a.b.c.d/8",
                "/8",
                "2001:DB8::/32",
                "2001:db8:0::/32",
                "2001:db8::1/32",
                "::ffff:0a00:0/96",
                "::ffff:10.0.0.0/104",
                ":/0",
                "1:2:3:4:5:6:7:8:9/128",
                "fe80:0:0:1::/64 ",
                "fe80::%1/128"
            })
    void networks_have_one_spelling(String cidr) {
        assertThat(check("{egress: [{to: [{ipBlock: {cidr: '%s'}}]}]}".formatted(cidr)))
                .isNotEmpty();
    }

    private static List<Refusal> check(String spec) {
        return SERVER.check(Sample.object("networking.k8s.io/v1", "NetworkPolicy", spec));
    }
}
