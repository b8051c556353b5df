package dev.tenantmesh.verifier.claim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Owner;
import dev.tenantmesh.verifier.access.Power;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about roles says what the verifier takes them for. */
class RolesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "roles.md");
    private static final Path RETAIL = Path.of("..", "examples", "retail", "src", "main", "mesh");

    @Test
    void the_page_lists_what_each_role_may_do() throws IOException {
        // Given
        MeshModel model = MeshModel.read(RETAIL);
        TenantRoles charts = new TenantRoles(platform(model, "istio"));
        TenantRoles operators = new TenantRoles(platform(model, "openshift-mesh-3"));

        // When
        List<String> rows = Arrays.stream(Power.values())
                .filter(power -> operators.powers(Owner.Role.ADMIN).contains(power))
                .map(power -> row(power, charts, operators))
                .toList();

        // Then
        assertThat(Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| may "))
                        .toList())
                .isEqualTo(rows);
    }

    private static String row(Power power, TenantRoles charts, TenantRoles operators) {
        return Arrays.stream(Owner.Role.values())
                .map(role -> !operators.powers(role).contains(power)
                        ? "no"
                        : charts.powers(role).contains(power) ? "yes" : "where an operator brings the mesh")
                .collect(Collectors.joining(" | ", "| " + power.title() + " | ", " |"));
    }

    private static Platform platform(MeshModel model, String name) {
        return model.platforms().stream()
                .filter(platform -> platform.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
