package dev.tenantmesh.verifier.schema;

import dev.tenantmesh.crds.ApiServer;
import dev.tenantmesh.crds.CrdReader;
import dev.tenantmesh.crds.CrdVersion;
import dev.tenantmesh.crds.KindName;
import dev.tenantmesh.crds.schema.Refusal;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The definitions of a load, and where each of them stands.
 *
 * @param server an API server that has them
 * @param origins by what they define
 */
record Definitions(ApiServer server, Map<KindName, Manifest> origins) {

    /** Reads them; whatever else was loaded, and what of them cannot be used, is reported. */
    static Definitions read(Manifests manifests, Problems problems) {
        List<CrdVersion> versions = new ArrayList<>();
        Map<KindName, Manifest> origins = new HashMap<>();
        for (Manifest manifest : manifests.all()) {
            CrdReader.Result result = CrdReader.read(JsonTrees.of(manifest));
            result.objections().forEach(objection -> Objections.definition(manifest, objection, problems));
            for (CrdVersion version : result.versions()) {
                if (origins.putIfAbsent(version.name(), manifest) == null) {
                    versions.add(version);
                } else {
                    Objections.definedTwice(manifest, version.name(), problems);
                }
            }
        }
        return new Definitions(ApiServer.of(versions), Map.copyOf(origins));
    }

    /** Says what of a kind's definition cannot be held against its objects. */
    void reportNotChecked(KindName name, Problems problems) {
        Manifest definition = origins.get(name);
        List<Refusal> notChecked =
                server.schemas().served(name).map(CrdVersion::notChecked).orElse(List.of());
        if (definition != null) {
            notChecked.forEach(refusal -> Objections.notChecked(definition, refusal, problems));
        }
    }
}
