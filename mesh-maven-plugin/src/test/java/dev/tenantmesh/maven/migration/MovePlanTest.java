package dev.tenantmesh.maven.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.ClusterBuilder;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.PlatformBuilder;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovePlanTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "openshift-mesh-2-to-3");

    private final MeshModel model = MeshModel.read(EXAMPLE.resolve("src/main/mesh"));

    @Test
    void the_steps_of_the_example_are_committed_and_each_is_proved() throws IOException {
        Planned planned = MovePlan.of(model, platform("mesh-2"), platform("mesh-3"), new Problems());

        new CommittedSteps(EXAMPLE).are(planned);
        assertThat(planned.plan().ways().get(0).steps())
                .allSatisfy(step -> assertThat(step.open()).as(step.name()).isEmpty());
    }

    @Test
    void there_is_no_way_back() {
        Problems problems = new Problems();

        assertThatThrownBy(() -> MovePlan.of(model, platform("mesh-3"), platform("mesh-2"), problems))
                .hasMessageContaining(ProblemCode.MOVE_NOT_KNOWN.id());
    }

    @Test
    void several_clusters_do_not_move_as_one() {
        Platform several = PlatformBuilder.builder(platform("mesh-3"))
                .clusters(List.of(ClusterBuilder.builder()
                        .name("east")
                        .network("east-net")
                        .podCIDRs(List.of())
                        .serviceCIDRs(List.of())
                        .apiServerCIDRs(List.of())
                        .egressCIDRs(List.of())
                        .nodeCIDRs(List.of())
                        .build()))
                .build();

        assertThatThrownBy(() -> MovePlan.of(model, platform("mesh-2"), several, new Problems()))
                .hasMessageContaining(ProblemCode.MOVE_BETWEEN_CLUSTERS.id());
    }

    private Platform platform(String name) {
        return model.platforms().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
