package dev.tenantmesh.generator.plan;

import dev.tenantmesh.generator.plan.guardrail.GuardrailPlan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything decided for one platform.
 *
 * @param platform its name
 * @param meshes its meshes, sorted by name
 * @param guardrails what the platform keeps whatever tenants write
 */
public record PlatformPlan(String platform, List<MeshPlan> meshes, GuardrailPlan guardrails) {

    /** Whether proxies of nodes are installed from here. */
    public boolean hasZtunnel() {
        return meshes.stream().anyMatch(mesh -> mesh.ztunnel().isPresent());
    }

    /** One part of every mesh. */
    public <T> Stream<T> all(Function<MeshPlan, List<T>> part) {
        return meshes.stream().flatMap(mesh -> part.apply(mesh).stream());
    }
}
