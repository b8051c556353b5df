package dev.tenantmesh.model.gateway;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.tenantmesh.model.ModelRecord;

/**
 * How many pods there are; between two different numbers a HorizontalPodAutoscaler decides. A single number is both.
 *
 * @param min at least; of a gateway 1 or more
 * @param max at most
 */
@ModelRecord
public record Replicas(int min, int max) {

    /** What a gateway has unless it is told otherwise: it outlives a node, and grows under load. */
    public static final Replicas DEFAULT = new Replicas(2, 5);

    /** Always so many. */
    @JsonCreator
    public static Replicas of(int count) {
        return new Replicas(count, count);
    }

    /** Whether their number is left to an autoscaler. */
    public boolean scales() {
        return min != max;
    }
}
