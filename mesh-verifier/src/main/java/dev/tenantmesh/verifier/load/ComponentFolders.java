package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folders of kustomize components. What is in them changes objects that stand elsewhere and is no object itself, so
 * none of it is read as one.
 *
 * @param folders those with a kustomization of kind {@code Component}
 * @see <a href="https://kubectl.docs.kubernetes.io/guides/config_management/components/">components</a>
 */
record ComponentFolders(Set<Path> folders) {

    private static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml");

    static ComponentFolders among(List<Path> files, FileContents contents, LoadOptions options) {
        return new ComponentFolders(files.stream()
                .filter(file -> NAMES.contains(file.getFileName().toString()) && isComponent(file, contents, options))
                .map(file -> file.resolveSibling(""))
                .map(Path::normalize)
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean contain(Path file) {
        for (Path folder = file.normalize().getParent(); folder != null; folder = folder.getParent()) {
            if (folders.contains(folder)) {
                return true;
            }
        }
        return false;
    }

    /** What cannot be read is none; reading it as manifests then says why. */
    private static boolean isComponent(Path file, FileContents contents, LoadOptions options) {
        try {
            byte[] content = contents.read(file, options.fileBytes() + 1);
            String text = YamlText.of(file.toString(), content, new Problems());
            if (text == null || content.length > options.fileBytes()) {
                return false;
            }
            return YamlDocuments.read(file.toString(), text, options, new Problems()).stream()
                    .anyMatch(document -> document instanceof Mapping mapping
                            && mapping.text("kind").equals("Component")
                            && mapping.text("apiVersion").startsWith("kustomize.config.k8s.io/"));
        } catch (IOException e) {
            return false;
        }
    }
}
