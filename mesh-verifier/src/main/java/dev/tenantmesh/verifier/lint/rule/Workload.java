package dev.tenantmesh.verifier.lint.rule;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.stream.Stream;

/**
 * An object that makes pods, with what it says of them.
 *
 * @param manifest the object
 * @param template its pods' metadata and spec
 * @param pod its pods as policies see them
 */
public record Workload(Manifest manifest, Mapping template, Pod pod) {

    /** What its pods are made of. */
    public Mapping spec() {
        return template.at("spec");
    }

    /** The containers, those that run first included. */
    public List<Mapping> containers() {
        return Stream.of("containers", "initContainers")
                .flatMap(list -> spec().all(list).stream())
                .toList();
    }

    /** Where a label of the pods was written. */
    public Origin originOfLabel(String key) {
        return template.at("metadata", "labels").originOf(key);
    }

    /** Where an annotation of the pods was written. */
    public Origin originOfAnnotation(String key) {
        return template.at("metadata", "annotations").originOf(key);
    }
}
