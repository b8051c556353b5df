package dev.tenantmesh.generator.golden;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a folder of mesh documents is rendered to.
 *
 * @param model what the documents say
 * @param set the manifests
 * @param findings warnings and information, a line each
 */
record Rendering(MeshModel model, ManifestSet set, String findings) {

    static Rendering of(Path mesh) {
        MeshModel model = MeshModel.read(mesh);
        Problems findings = new Problems();
        findings.addAll(model.findings());
        ManifestSet set = MeshGenerator.render(model, findings);
        return new Rendering(model, set, lines(findings, mesh));
    }

    /** Problems as a user sees them, with files named from the folder of the documents on. */
    static String lines(Problems problems, Path mesh) {
        String folder = mesh.normalize().toString().replace('\\', '/') + "/";
        return problems.sorted().stream()
                .map(problem -> line(problem).replace(folder, ""))
                .collect(Collectors.joining());
    }

    private static String line(Problem problem) {
        return problem.severity() + " " + problem + "\n";
    }

    /** The text of every file by its path. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        set.files().forEach((path, file) -> texts.put(path, file.text()));
        return texts;
    }
}
