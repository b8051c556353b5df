package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Of which namespaces a control plane reads policies: since Istio 1.22 of those only that its discovery selectors select, its
 * root namespace included. Injection does not ask for them, so that a proxy may stand there whom nobody tells of its policies.
 *
 * @see <a href="https://istio.io/latest/docs/ops/configuration/mesh/configuration-scoping/">Configuration Scoping</a>
 */
public final class Discovery {

    private final World world;

    public Discovery(World world) {
        this.world = world;
    }

    /** Whether policies of a namespace count; where no manifest has its labels, that is not known. */
    Truth reads(MeshSettings mesh, String namespace) {
        List<LabelSelector> selectors = mesh.visibility().discovery();
        if (mesh.product() == Product.MAISTRA || selectors.isEmpty()) {
            return Truth.YES;
        }
        Optional<Namespace> known = world.namespace(namespace);
        if (known.filter(one -> selectors.stream().anyMatch(selector -> selector.selects(one.labels())))
                .isPresent()) {
            return Truth.YES;
        }
        return known.filter(Namespace::isDeclared).isPresent() ? Truth.NO : Truth.MAYBE;
    }
}
