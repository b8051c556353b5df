package dev.tenantmesh.generator.migration;

import dev.tenantmesh.generator.manifest.ManifestSet;
import java.util.List;
import java.util.Optional;

/**
 * One step of a move, and the state of the cluster after it.
 *
 * @param name also of its folder
 * @param title what it does, one sentence
 * @param todo what people do, in order, one sentence or command each
 * @param state everything that the cluster holds then, in one folder of the new platform's name
 * @param notRestarted the same as it is for pods that were not restarted, where that makes a difference
 */
public record MoveStep(
        String name, String title, List<String> todo, ManifestSet state, Optional<ManifestSet> notRestarted) {

    public MoveStep {
        todo = List.copyOf(todo);
    }
}
