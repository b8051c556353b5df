package dev.tenantmesh.verifier.assertion;

import static dev.tenantmesh.verifier.assertion.MeshAssertions.assertThat;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.mtls;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.owner;
import static dev.tenantmesh.verifier.assertion.MeshAssertions.tenant;

import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.load.Manifests;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {

    private final Path deploy = Path.of("src", "test", "resources", "payments");

    @Test
    void payments_are_closed() {
        // When / Then
        assertThat(Manifests.in(deploy))
                .where(owner("payments").owns("payments-prod"), owner("web").owns("web-prod"))
                .against(Level.HOSTILE_SOURCE)
                .tenant("payments")
                .cannotReach(tenant("web"))
                .takesNoPlaintext()
                .and()
                .pod("web-prod/web")
                .reaches("payments-prod/api")
                .on("tcp/8080")
                .over(mtls());
    }
}
