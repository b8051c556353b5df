package dev.tenantmesh.model.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantGrantTest {

    @ParameterizedTest
    @CsvSource({
        "web-*,    web-prod, true",
        "web-*,    web-,     true",
        "web-*,    web,      false",
        "web-*,    xweb-a,   false",
        "web-*,    WEB-a,    false",
        "web*,     website,  true",
        "web-prod, web-prod, true",
        "web-prod, web-prod2, false",
        "web-prod, web-pro,  false"
    })
    void grants_a_namespace_or_those_with_a_prefix(String pattern, String namespace, boolean granted) {
        assertThat(grant(List.of(pattern), List.of()).grantsNamespace(namespace))
                .isEqualTo(granted);
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com,   www.example.com,   true",
        "*.example.com,   a.b.example.com,   true",
        "*.example.com,   example.com,       false",
        "*.example.com,   .example.com,      false",
        "*.example.com,   wwwexample.com,    false",
        "*.example.com,   www.example.com.evil.net, false",
        "www.example.com, www.example.com,   true",
        "www.example.com, a.www.example.com, false"
    })
    void grants_a_host_or_those_below_a_domain(String pattern, String host, boolean granted) {
        assertThat(grant(List.of(), List.of(pattern)).grantsHost(host)).isEqualTo(granted);
    }

    private static TenantGrant grant(List<String> namespaces, List<String> hosts) {
        return new TenantGrant("web", namespaces, hosts, List.of(), null, null);
    }
}
