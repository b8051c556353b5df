package dev.tenantmesh.generator.docs;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.List;

/** The library example of the README, compiled. */
final class LibraryExample {

    private LibraryExample() {}

    static List<HasMetadata> run() {
        MeshModel model = MeshModel.read(Path.of("src/main/mesh"));
        ManifestSet manifests = MeshGenerator.render(model);
        List<HasMetadata> objects = manifests.objects();
        return objects;
    }
}
