package dev.tenantmesh.model.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.DataPlane;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.mesh.ControlPlane;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.MeshBuilder;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.PlatformBuilder;
import dev.tenantmesh.model.platform.ServiceMesh;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.TenantNamespaceBuilder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which level decides where proxies run, as a table by hand. */
class DataPlaneTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # platform | mesh    | namespace | holds
        -          | -       | -         | SIDECAR
        ambient    | -       | -         | AMBIENT
        -          | ambient | -         | AMBIENT
        -          | -       | ambient   | AMBIENT
        ambient    | sidecar | -         | SIDECAR
        ambient    | sidecar | ambient   | AMBIENT
        sidecar    | ambient | sidecar   | SIDECAR
        ambient    | ambient | sidecar   | SIDECAR
        """)
    void the_narrowest_level_that_says_something_decides(
            String platform, String mesh, String namespace, DataPlane holds) {
        // Given
        Mesh ofMesh = MeshBuilder.builder()
                .name("retail")
                .controlPlane(new ControlPlane("retail", "retail-mesh", null, null))
                .trustDomain("retail.example.com")
                .dataPlane(plane(mesh))
                .build();
        Platform ofPlatform = PlatformBuilder.builder()
                .name("dev")
                .mesh(new ServiceMesh(ServiceMesh.Type.ISTIO, "1.30", plane(platform), List.of()))
                .build();
        TenantNamespace own = TenantNamespaceBuilder.builder()
                .name("web")
                .dataPlane(plane(namespace))
                .build();

        // Then
        assertThat(new EffectiveSettings(ofPlatform, ofMesh).dataPlane(own)).isEqualTo(holds);
    }

    private static @Nullable DataPlane plane(String written) {
        return Arrays.stream(DataPlane.values())
                .filter(plane -> Spelling.of(plane).equals(written))
                .findFirst()
                .orElse(null);
    }
}
