package dev.tenantmesh.model.capacity;

import dev.tenantmesh.model.ModelRecord;

/**
 * What a workload is expected to serve.
 *
 * @param requestsPerSecond requests in a second, of all its pods together, at the busiest time
 */
@ModelRecord
public record Load(int requestsPerSecond) {}
