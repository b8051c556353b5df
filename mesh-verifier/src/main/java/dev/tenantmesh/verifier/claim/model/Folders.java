package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.Site;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.mesh.ServedElsewhere;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The manifests that hold in a cluster of a model: those in its own folder, and Istio's objects where a primary reads them. */
public final class Folders {

    private Folders() {}

    /**
     * Reads what holds in a cluster.
     *
     * @param read reads the folder of a cluster, by its name below the output
     */
    public static Manifests manifests(Site site, Function<String, Manifests> read) {
        Manifests manifests = read.apply(site.name());
        for (Map.Entry<String, Set<String>> served : site.configuredIn().entrySet()) {
            manifests = ServedElsewhere.joined(manifests, read.apply(served.getKey()), served.getValue());
        }
        return manifests;
    }
}
