package dev.tenantmesh.verifier.schema;

import dev.tenantmesh.crds.history.IstioHistory;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.load.Manifest;
import java.util.List;

/** Says what of a manifest a release of Istio does not know yet. */
public final class VersionChecks {

    private VersionChecks() {}

    /**
     * Something that came with a later release.
     *
     * @param origin where it is written
     * @param what the name of the field, the value or the API version
     * @param istio the minor version of Istio 1 that brought it
     */
    public record Newer(Origin origin, String what, int istio) {}

    /** What came after a release; nothing for kinds that are not Istio's. */
    public static List<Newer> newerThan(int istio, Manifest manifest) {
        return IstioHistory.newerThan(istio, JsonTrees.of(manifest)).stream()
                .map(newer -> new Newer(Places.of(manifest.body(), newer.pointer()), newer.what(), newer.istio()))
                .toList();
    }
}
