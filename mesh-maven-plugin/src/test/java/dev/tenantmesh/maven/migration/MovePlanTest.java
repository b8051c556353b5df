package dev.tenantmesh.maven.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
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

    private Platform platform(String name) {
        return model.platforms().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
