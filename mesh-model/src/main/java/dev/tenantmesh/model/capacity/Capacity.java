package dev.tenantmesh.model.capacity;

import dev.tenantmesh.model.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the report of capacity has to know of a cluster. Nothing is rendered from it.
 *
 * @param nodes how many nodes run pods of the mesh; absent: nothing is said of the cluster's nodes together
 * @param podsPerNode the most pods that a node takes, the kubelet's {@code maxPods}; absent: nothing is said of one node
 * @param estimate what a proxy's configuration takes in its memory, where it was measured; absent: {@link Estimate#DEFAULT}
 */
@ModelRecord
public record Capacity(
        @Nullable Integer nodes,
        @Nullable Integer podsPerNode,
        @Nullable Estimate estimate) {

    /** What is known when a platform says nothing. */
    public static final Capacity UNKNOWN = new Capacity(null, null, null);

    /** What a proxy's configuration takes, measured or not. */
    public Estimate estimated() {
        return estimate == null ? Estimate.DEFAULT : estimate;
    }
}
