package dev.tenantmesh.verifier.load;

import dev.tenantmesh.model.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every object of one load, sorted, each identity once.
 *
 * @param all the objects
 * @param others documents that are no objects, such as the values of charts
 * @param byKind the objects by group and kind
 */
public record Manifests(List<Manifest> all, List<Mapping> others, Map<String, List<Manifest>> byKind) {

    public Manifests(List<Manifest> all, List<Mapping> others) {
        this(all, others, Map.of());
    }

    public Manifests {
        all = all.stream().sorted().toList();
        others = List.copyOf(others);
        byKind = all.stream().collect(Collectors.groupingBy(manifest -> manifest.group() + "/" + manifest.kind()));
    }

    /**
     * Every object below some folders and in some files.
     *
     * @throws dev.tenantmesh.model.problem.ProblemsException if a manifest cannot be understood
     */
    public static Manifests in(Path... roots) {
        Problems problems = new Problems();
        Manifests manifests = ManifestLoader.load(List.of(roots), LoadOptions.DEFAULT, problems);
        problems.throwIfErrors();
        return manifests;
    }

    /** The objects of a kind, whatever their version. */
    public Stream<Manifest> of(String group, String kind) {
        return byKind.getOrDefault(group + "/" + kind, List.of()).stream();
    }
}
