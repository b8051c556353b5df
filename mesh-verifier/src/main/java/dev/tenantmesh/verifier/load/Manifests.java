package dev.tenantmesh.verifier.load;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every object of one load, sorted, each identity once.
 *
 * @param all the objects
 * @param others documents that are no objects, such as the values of charts
 */
public record Manifests(List<Manifest> all, List<Mapping> others) {

    public Manifests {
        all = all.stream().sorted().toList();
        others = List.copyOf(others);
    }

    /** The objects of a kind, whatever their version. */
    public Stream<Manifest> of(String group, String kind) {
        return all.stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.group().equals(group));
    }
}
