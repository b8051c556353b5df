package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.Site.ServedFrom;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.policy.mesh.JoinedClusters;
import dev.tenantmesh.verifier.policy.mesh.ServedElsewhere;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The manifests that hold in a cluster of a model: those in its own folder, and Istio's objects where a primary reads them. */
public final class Folders {

    private Folders() {}

    /**
     * Reads what holds in a cluster. Where it has nothing that stands for the primary's control plane, or has one of its
     * own, nothing of the primary holds.
     *
     * @param read reads the folder of a cluster, by its name below the output
     * @param problems is told of objects that nobody reads
     */
    public static Manifests manifests(Site site, Function<String, Manifests> read, Problems problems) {
        Manifests manifests = read.apply(site.name());
        for (ServedFrom served : site.servedFrom()) {
            Optional<ServedElsewhere> remote = remote(site, manifests, served);
            if (remote.isPresent()) {
                manifests = new JoinedClusters(remote.get(), served.served(), served.read())
                        .of(manifests, read.apply(served.folder()), problems);
            }
        }
        return manifests;
    }

    /** In a run for one tenant nothing of control planes is there. */
    private static Optional<ServedElsewhere> remote(Site site, Manifests manifests, ServedFrom served) {
        String namespace = served.mesh().controlPlane().namespace();
        if (site.model().onlyTenant().isPresent()) {
            Origin origin = site.model().origins().of(served.mesh(), "multiCluster");
            return Optional.of(
                    new ServedElsewhere(served.revision(), namespace, new Mapping(Map.of(), origin), origin));
        }
        return ServedElsewhere.in(manifests).stream()
                .filter(remote -> remote.namespace().equals(namespace)
                        && remote.revision().equals(served.revision()))
                .filter(remote ->
                        JoinedClusters.controlPlanes(manifests, namespace).isEmpty())
                .findFirst();
    }
}
