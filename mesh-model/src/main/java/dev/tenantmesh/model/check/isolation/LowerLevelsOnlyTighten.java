package dev.tenantmesh.model.check.isolation;

import dev.tenantmesh.model.Boundary;
import dev.tenantmesh.model.MeshIndex;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.check.rule.Rule;
import dev.tenantmesh.model.effective.EffectiveSettings;
import dev.tenantmesh.model.effective.Ladder.Refusal;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Exemption;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.model.yaml.Origins;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A lower level only tightens what a higher one set, unless an exemption allows it; each exemption is needed. */
public final class LowerLevelsOnlyTighten implements Rule {

    @Override
    public void check(MeshModel model, Problems problems) {
        Set<Exemption> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Platform platform : model.platforms()) {
            for (Mesh mesh : model.meshes()) {
                EffectiveSettings settings = new EffectiveSettings(platform, mesh);
                Ladders.of(settings, mesh, model).forEach(ladder -> {
                    ladder.refusals().forEach(refusal -> report(refusal, model.origins(), problems));
                    used.addAll(ladder.used());
                });
            }
        }
        MeshIndex index = new MeshIndex(model.tenants());
        Stream.concat(
                        model.platforms().stream().flatMap(platform -> platform.exemptions().stream()),
                        model.meshes().stream().flatMap(mesh -> mesh.exemptions().stream()))
                .filter(exemption -> isOfThisBuild(exemption.at(), model, index))
                .forEach(exemption -> checkUsed(exemption, used, model.origins(), problems));
    }

    /** Where not everybody is rendered, an exemption may be needed by somebody of whom too little is known here. */
    private static boolean isOfThisBuild(Exemption.Place at, MeshModel model, MeshIndex index) {
        Optional<Tenant> named = at.tenant() != null
                ? model.tenant(at.tenant())
                : Optional.ofNullable(at.namespace()).flatMap(index::member).map(MeshIndex.Member::tenant);
        return model.rendersAll() || named.filter(model::renders).isPresent();
    }

    private static void report(Refusal<?> refusal, Origins origins, Problems problems) {
        Enum<?> declared = refusal.level().declared();
        problems.error(
                ProblemCode.LOOSENED,
                refusal.level().origin(origins),
                declared == null ? "" : Spelling.of(declared),
                "For " + refusal.level().name() + " this is looser than '" + Spelling.of(refusal.inherited())
                        + "', set by " + refusal.forbiddenBy() + ".",
                declared instanceof Boundary
                        ? "Tighten it, and open single ways with `allowFrom`; there is no exemption from a boundary."
                        : "Tighten it, or ask the platform team for an exemption at this place.");
    }

    private static void checkUsed(Exemption exemption, Set<Exemption> used, Origins origins, Problems problems) {
        if (!used.contains(exemption) && ExemptionsAreUsable.isUsable(exemption)) {
            problems.warning(
                    ProblemCode.EXEMPTION_UNUSED,
                    origins.of(exemption),
                    exemption.allow(),
                    "Nothing at this place needs the exemption.",
                    "Remove it, or write the value it is meant for.");
        }
    }
}
