package dev.tenantmesh.generator.manifest;

import dev.tenantmesh.model.problem.Problems;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything one run writes: unique, sorted, path-assigned and proved to read back as what was meant. */
public final class ManifestSet {

    private static final String DELETED = "-delete";

    private final SortedMap<ManifestPath, RenderedObject> objects;
    private final SortedMap<String, ManifestFile> files;
    private final FolderOwners owners;

    private ManifestSet(
            SortedMap<ManifestPath, RenderedObject> objects,
            SortedMap<String, ManifestFile> files,
            FolderOwners owners) {
        this.objects = objects;
        this.files = Collections.unmodifiableSortedMap(files);
        this.owners = owners;
    }

    /**
     * Assigns every path and makes every text.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException naming everything that cannot be written safely
     */
    public static ManifestSet of(Collection<? extends Rendered> rendered) {
        return of(rendered, FolderOwners.NOBODYS);
    }

    /**
     * Assigns every path and makes every text, of those folders that are written.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException naming everything that cannot be written safely
     */
    public static ManifestSet of(Collection<? extends Rendered> rendered, FolderOwners owners) {
        Problems problems = new Problems();
        ManifestAssembly assembly = new ManifestAssembly(owners, problems);
        SortedMap<ManifestPath, Rendered> placed = assembly.place(rendered);
        SortedMap<String, ManifestFile> files = assembly.write(placed);
        problems.throwIfErrors();
        SortedMap<ManifestPath, RenderedObject> objects = objectsOf(placed);
        Kustomization.over(objects.keySet()).forEach(file -> files.put(file.path(), file));
        return new ManifestSet(objects, files, owners);
    }

    /** Texts that are no manifests, such as mesh documents, each by a path of one folder and a file. */
    public static ManifestSet ofTexts(SortedMap<String, String> texts) {
        SortedMap<String, ManifestFile> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, new ManifestFile(path, text)));
        return new ManifestSet(Collections.emptySortedMap(), files, FolderOwners.NOBODYS);
    }

    /**
     * What leads from one set to another: for each platform a folder of its name with what is to be applied, and one with
     * {@code -delete} behind it with what is to be deleted. Components are for those who merge them, and left out.
     */
    public static ManifestSet between(ManifestSet now, ManifestSet next) {
        List<RenderedObject> steps = new ArrayList<>();
        next.objects.forEach((path, object) -> {
            ManifestFile before = now.files.get(path.toString());
            if (before == null || !before.equals(next.files.get(path.toString()))) {
                steps.add(object);
            }
        });
        now.objects.forEach((path, object) -> {
            if (!next.objects.containsKey(path)) {
                steps.add(object.on(object.platform() + DELETED));
            }
        });
        return of(steps);
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

    /** The same with where they come from. */
    public List<RenderedObject> rendered(String platform) {
        return objects.values().stream()
                .filter(rendered -> rendered.platform().equals(platform))
                .toList();
    }

    /** Every file by its path, kustomizations included, indexes not. */
    public SortedMap<String, ManifestFile> files() {
        return files;
    }

    /** Whose each folder is. */
    public FolderOwners owners() {
        return owners;
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
