package dev.tenantmesh.model.gateway;

import dev.tenantmesh.model.ModelRecord;

/**
 * How many pods a gateway has; between two different numbers a HorizontalPodAutoscaler decides.
 *
 * @param min at least, 1 or more
 * @param max at most
 */
@ModelRecord
public record Replicas(int min, int max) {

    /** What a gateway has unless it is told otherwise: it outlives a node, and grows under load. */
    public static final Replicas DEFAULT = new Replicas(2, 5);

    /** Whether their number is left to an autoscaler. */
    public boolean scales() {
        return min != max;
    }
}
