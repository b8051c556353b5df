package dev.tenantmesh.generator.manifest;

import dev.tenantmesh.model.problem.Problems;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything one run writes: unique, sorted, path-assigned and proved to read back as what was meant. */
public final class ManifestSet {

    private final SortedMap<ManifestPath, RenderedObject> objects;
    private final SortedMap<String, ManifestFile> files;

    private ManifestSet(SortedMap<ManifestPath, RenderedObject> objects, SortedMap<String, ManifestFile> files) {
        this.objects = objects;
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Assigns every path and makes every text.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException naming everything that cannot be written safely
     */
    public static ManifestSet of(Collection<? extends Rendered> rendered) {
        Problems problems = new Problems();
        ManifestAssembly assembly = new ManifestAssembly(problems);
        SortedMap<ManifestPath, Rendered> placed = assembly.place(rendered);
        SortedMap<String, ManifestFile> files = assembly.write(placed);
        problems.throwIfErrors();
        SortedMap<ManifestPath, RenderedObject> objects = objectsOf(placed);
        Kustomization.over(objects.keySet()).forEach(file -> files.put(file.path(), file));
        return new ManifestSet(objects, files);
    }

    /** The API objects of all platforms, sorted by platform, folder, kind and name. */
    public List<HasMetadata> objects() {
        return objects.values().stream().map(RenderedObject::object).toList();
    }

    /** The API objects of one platform, sorted by folder, kind and name. */
    public List<HasMetadata> objects(String platform) {
        return objects.values().stream()
                .filter(rendered -> rendered.platform().equals(platform))
                .map(RenderedObject::object)
                .toList();
    }

    /** Every file by its path, kustomizations included, indexes not. */
    public SortedMap<String, ManifestFile> files() {
        return files;
    }

    private static SortedMap<ManifestPath, RenderedObject> objectsOf(SortedMap<ManifestPath, Rendered> placed) {
        SortedMap<ManifestPath, RenderedObject> objects = new TreeMap<>();
        placed.forEach((path, thing) -> {
            if (thing instanceof RenderedObject object) {
                objects.put(path, object);
            }
        });
        return objects;
    }
}
