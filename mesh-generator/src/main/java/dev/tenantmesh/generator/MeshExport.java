package dev.tenantmesh.generator;

import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.MeshYaml;
import dev.tenantmesh.model.export.Export;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documents that projects of single tenants need: what the platform says, and what each tenant shows to others. */
public final class MeshExport {

    private MeshExport() {}

    /**
     * {@code platforms/<name>.yaml}, {@code meshes/<name>.yaml} and {@code exports/<tenant>.yaml}; of a model that was
     * read for one tenant, that tenant's Export alone.
     */
    public static ManifestSet of(MeshModel model) {
        SortedMap<String, String> documents = new TreeMap<>();
        if (model.onlyTenant().isEmpty()) {
            model.platforms()
                    .forEach(platform ->
                            documents.put("platforms/" + platform.name() + ".yaml", MeshYaml.write(platform)));
            model.meshes().forEach(mesh -> documents.put("meshes/" + mesh.name() + ".yaml", MeshYaml.write(mesh)));
        }
        model.tenants().stream()
                .filter(tenant -> model.onlyTenant().isEmpty() || model.renders(tenant))
                .forEach(tenant ->
                        documents.put("exports/" + tenant.name() + ".yaml", MeshYaml.write(Export.of(tenant))));
        return ManifestSet.ofTexts(documents);
    }
}
