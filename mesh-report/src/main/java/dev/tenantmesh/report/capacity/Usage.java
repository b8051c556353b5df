package dev.tenantmesh.report.capacity;

import dev.tenantmesh.model.capacity.Amount;
import dev.tenantmesh.model.capacity.ProxySize;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.gateway.Replicas;

/**
 * What some proxies cost.
 *
 * @param proxies how many there are
 * @param requestedCpu cores that the scheduler keeps for them
 * @param requestedMemory bytes that it keeps
 * @param limitCpu cores that they may use
 * @param limitMemory bytes that they may use
 * @param usedCpu cores that they use under the load that was declared
 * @param usedMemory bytes that they use
 */
record Usage(
        Range proxies,
        Range requestedCpu,
        Range requestedMemory,
        Range limitCpu,
        Range limitMemory,
        Range usedCpu,
        Range usedMemory) {

    static final Usage NONE =
            new Usage(Range.NONE, Range.NONE, Range.NONE, Range.NONE, Range.NONE, Range.NONE, Range.NONE);

    /**
     * The cost of proxies of one size.
     *
     * @param cpu what all of them use together
     * @param memory what each of them uses
     */
    static Usage of(Replicas replicas, ProxySize size, Range cpu, Range memory) {
        Range count = Range.of(replicas.min(), replicas.max());
        Amount requests = size.requests();
        Amount limits = size.limits();
        return new Usage(
                count,
                count.times(Range.exactly(requests.cpu())),
                count.times(Range.exactly(requests.memory())),
                count.times(Range.exactly(limits.cpu())),
                count.times(Range.exactly(limits.memory())),
                cpu,
                count.times(memory));
    }

    Usage plus(Usage other) {
        return new Usage(
                proxies.plus(other.proxies),
                requestedCpu.plus(other.requestedCpu),
                requestedMemory.plus(other.requestedMemory),
                limitCpu.plus(other.limitCpu),
                limitMemory.plus(other.limitMemory),
                usedCpu.plus(other.usedCpu),
                usedMemory.plus(other.usedMemory));
    }
}
