package dev.tenantmesh.crds.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.crds.schema.Refusal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the documentation of the API server's functions hold. */
class KubernetesFunctionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isQuantity('1.3Gi') && !isQuantity('200K') && !isQuantity('Three') && !isQuantity('Mi')",
                "quantity('50000000G').isInteger() && quantity('50k').asInteger() == 50000",
                "!quantity('9999999999999999999999999999999999999G').isInteger()",
                "quantity('50k').add(quantity('20k')) == quantity('70k')",
                "quantity('50k').add(20).sub(quantity('100k')).sub(-50000) == quantity('20')",
                "quantity('50k').sub(20000).asApproximateFloat() == 30000.0 && quantity('-1').sign() == -1",
                "quantity('200M').compareTo(quantity('0.2G')) == 0 && quantity('50M').isLessThan(quantity('50Mi'))",
                "isIP('::1') && !isIP('::ffff:1.2.3.4') && !isIP('fe80::1%eth0') && ip('127.0.0.1').family() == 4",
                "ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::ABCD')",
                "ip('0.0.0.0').isUnspecified() && ip('::1').isLoopback() && ip('224.0.0.1').isLinkLocalMulticast()",
                "ip('169.254.1.1').isLinkLocalUnicast() && ip('8.8.8.8').isGlobalUnicast()",
                "!ip('255.255.255.255').isGlobalUnicast() && string(ip('10.0.0.1')) == '10.0.0.1' && string(3) == '3'",
                "cidr('192.168.0.0/24').containsIP(ip('192.168.0.1')) && !cidr('192.168.0.0/24').containsIP('192.168.1.1')",
                "cidr('192.168.0.0/16').containsCIDR('192.168.10.0/24') && cidr('192.168.0.5/24').prefixLength() == 24",
                "cidr('192.168.0.5/24').masked() == cidr('192.168.0.0/24') && cidr('::1/128').ip() == ip('::1')",
                "url('https://example.com:80/a%20b?k=1&k=2').getHost() == 'example.com:80'",
                "url('https://[::1]:80/').getHostname() == '::1' && url('https://[::1]:80/').getPort() == '80'",
                "url('https://example.com/a%20b?k=1').getEscapedPath() == '/a%20b'",
                "url('https://example.com/?k=1&k=2').getQuery()['k'] == ['1', '2']",
                "[1, 2, 2].isSorted() && !['b', 'a'].isSorted() && [1, 3].sum() == 4 && [1.5, 1.0].sum() == 2.5",
                "[1, 3].max() == 3 && ['b', 'a'].min() == 'a' && [1, 2, 2].lastIndexOf(2) == 2 && [1].indexOf(4) == -1",
                "'abc 123'.find('[0-9]+') == '123' && '123 abc 456'.findAll('[0-9]+') == ['123', '456']",
                "!format.dns1123Label().validate('my-label-name').hasValue()",
                "format.dns1123Label().validate('My').hasValue() && format.named('uuid').hasValue()",
                "!format.named('nobodyKnows').hasValue() && !format.dns1123LabelPrefix().validate('a-').hasValue()",
                "isSemver('1.0.0') && !isSemver('v1.0') && semver('1.2.3').major() == 1",
                "semver('1.2.3-rc.2').isLessThan(semver('1.2.3-rc.10')) && semver('1.2.3').isGreaterThan(semver('1.2.3-rc.1'))",
                "sets.contains([1, 2], [2]) && [1, 2].transformList(i, v, v + i) == [1, 3]",
                "'a,b'.split(',').size() == 2 && {'a': 1}[?'b'].orValue(7) == 7",
            })
    void an_example_holds(String rule) {
        // Given
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putArray("x-kubernetes-validations").addObject().put("rule", rule);
        CelRules rules = new CelRules(schema);

        // When
        List<Refusal> refusals = rules.check(JsonNodeFactory.instance.objectNode());

        // Then
        assertThat(rules.notCompiled()).isEmpty();
        assertThat(refusals).isEmpty();
    }
}
