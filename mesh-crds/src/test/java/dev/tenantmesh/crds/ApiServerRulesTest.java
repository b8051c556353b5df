package dev.tenantmesh.crds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.crds.schema.Refusal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of the definitions of the target platforms is left unchecked. */
class ApiServerRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "istio-1.30",
                "istio-1.20",
                "maistra-2",
                "sail-3",
                "multus",
                "gateway-api-1.5",
                "network-policy-api"
            })
    void all_of_a_platforms_definitions_is_checked(String folder) {
        // Given
        List<CrdVersion> versions = Sample.server(folder).schemas().versions();

        // When
        List<Refusal> notChecked = versions.stream()
                .flatMap(version -> version.notChecked().stream())
                .toList();

        // Then
        assertThat(versions).isNotEmpty();
        assertThat(notChecked).isEmpty();
    }
}
