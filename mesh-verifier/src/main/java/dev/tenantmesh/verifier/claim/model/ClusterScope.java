package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement.Role;
import dev.tenantmesh.model.Placement.Serving;
import dev.tenantmesh.model.mesh.ControlPlaneGateway;
import dev.tenantmesh.model.mesh.EastWestGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Cluster;
import dev.tenantmesh.model.platform.Platform;
import java.util.List;
import java.util.Optional;

/**
 * What one mesh on one platform has to do with other clusters.
 *
 * @param model what the cluster holds of the model
 * @param platform the cluster
 * @param mesh the mesh, as far as it is here
 */
record ClusterScope(MeshModel model, Platform platform, Mesh mesh) {

    /** What this cluster is for the mesh. */
    Role role() {
        return model.placement().map(where -> where.role(mesh)).orElse(Role.PRIMARY);
    }

    /** The same mesh with its members in all clusters; empty where there is one cluster. */
    Optional<MeshScope> everywhere() {
        return model.placement().map(where -> new MeshScope(where.whole(), platform, where.whole(mesh)));
    }

    /** By which members of other networks come in, where there are any. */
    Optional<EastWestGateway> eastWest() {
        return model.placement().flatMap(where -> where.eastWest(mesh));
    }

    /** The gateways before control planes of other meshes that run on proxies of this one. */
    List<Serving> servings() {
        return model.placement().map(where -> where.gatewaysOn(mesh)).orElse(List.of());
    }

    /** The gateway by which members come to a control plane in another cluster, or by which those of another come here. */
    Optional<ControlPlaneGateway> controlPlaneGateway() {
        return model.placement().flatMap(where -> where.gatewayOf(mesh));
    }

    /** Whether the control plane is here and serves another cluster. */
    boolean servesOthers() {
        return model.placement().filter(where -> where.servesOthers(mesh)).isPresent();
    }

    /** The other clusters with members, which the control plane here watches. */
    List<Cluster> watched() {
        return model.placement().map(where -> where.othersOf(mesh)).orElse(List.of());
    }
}
