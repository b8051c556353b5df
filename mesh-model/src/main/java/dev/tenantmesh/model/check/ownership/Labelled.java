package dev.tenantmesh.model.check.ownership;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The labels or the annotations of one document.
 *
 * @param record the document
 * @param name what it is called in messages
 * @param map {@code labels} or {@code annotations}
 * @param values what it holds
 */
public record Labelled(Record record, String name, String map, Map<String, String> values) {

    static List<Labelled> of(Platform platform) {
        String name = "Platform '" + platform.name() + "'";
        return both(platform, name, platform.labels(), platform.annotations());
    }

    static List<Labelled> of(Mesh mesh) {
        return both(mesh, "Mesh '" + mesh.name() + "'", mesh.labels(), mesh.annotations());
    }

    static List<Labelled> of(Tenant tenant) {
        return both(tenant, "Tenant '" + tenant.name() + "'", tenant.labels(), tenant.annotations());
    }

    static List<Labelled> all(MeshModel model) {
        List<Labelled> all = new ArrayList<>();
        model.platforms().forEach(platform -> all.addAll(of(platform)));
        model.meshes().forEach(mesh -> all.addAll(of(mesh)));
        model.tenants().forEach(tenant -> all.addAll(of(tenant)));
        return all;
    }

    private static List<Labelled> both(
            Record record, String name, Map<String, String> labels, Map<String, String> annotations) {
        return List.of(
                new Labelled(record, name, "labels", labels), new Labelled(record, name, "annotations", annotations));
    }
}
