package dev.tenantmesh.model;

import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import java.util.List;
import java.util.Set;

/**
 * One cluster that manifests are made for, and what a model says of it alone.
 *
 * @param model the model without what is in other clusters
 * @param platform the cluster; its name is the folder below the output, such as {@code prod} or {@code prod/east}
 */
public record Site(MeshModel model, Platform platform) {

    /** How people call it. */
    public String name() {
        return platform.name();
    }

    /**
     * A mesh whose members here are served from another cluster, where its control plane reads Istio's objects.
     *
     * @param mesh the mesh
     * @param revision what its control plane is called
     * @param folder the folder of the other cluster
     * @param served its namespaces here
     * @param read its namespaces there
     */
    public record ServedFrom(Mesh mesh, String revision, String folder, Set<String> served, Set<String> read) {

        public ServedFrom {
            served = Set.copyOf(served);
            read = Set.copyOf(read);
        }
    }

    /** The meshes whose members here are served from another cluster. */
    public List<ServedFrom> servedFrom() {
        return model.placement().stream()
                .flatMap(where -> model.meshes().stream()
                        .flatMap(mesh -> where.configuredIn(mesh).stream()
                                .map(primary -> servedFrom(mesh, where, where.in(primary)))))
                .toList();
    }

    private static ServedFrom servedFrom(Mesh mesh, Placement here, Placement primary) {
        return new ServedFrom(
                mesh,
                mesh.controlPlaneOn(here.platform()),
                here.platform().of(primary.cluster()).name(),
                here.namespacesOf(mesh),
                primary.namespacesOf(mesh));
    }

    /** Whether this is a cluster of a platform, or the platform itself where it is one cluster. */
    public boolean isOf(Platform whole) {
        return name().equals(whole.name()) || name().startsWith(whole.name() + "/");
    }
}
