package dev.tenantmesh.generator.reach;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestFile;
import dev.tenantmesh.model.MeshModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The manifests of the retail example: the committed ones; where there are none, freshly rendered ones. */
final class RetailManifests {

    static final Path EXAMPLE = Path.of("..", "examples", "retail");

    private static final Map<RetailPlatform, List<Document>> READ = new EnumMap<>(RetailPlatform.class);

    private RetailManifests() {}

    static synchronized List<Document> on(RetailPlatform platform) {
        return READ.computeIfAbsent(platform, RetailManifests::read);
    }

    /** What tenants merge into their own manifests; as committed. */
    static List<Document> componentsOn(RetailPlatform platform) {
        return Document.ofComponents(EXAMPLE.resolve("deploy").resolve(platform.folder()));
    }

    private static List<Document> read(RetailPlatform platform) {
        Path committed = EXAMPLE.resolve("deploy").resolve(platform.folder());
        return Files.isDirectory(committed) ? Document.below(committed) : rendered(platform.folder() + "/");
    }

    private static List<Document> rendered(String prefix) {
        MeshModel model = MeshModel.read(EXAMPLE.resolve("src/main/mesh"));
        return MeshGenerator.render(model).files().values().stream()
                .filter(file -> file.path().startsWith(prefix))
                .filter(file -> !file.path().endsWith("kustomization.yaml"))
                .filter(file -> !file.path().contains("/_components/"))
                .flatMap(file -> parse(file, prefix).stream())
                .toList();
    }

    private static List<Document> parse(ManifestFile file, String prefix) {
        return Document.parse(file.path().substring(prefix.length()), file.text());
    }
}
