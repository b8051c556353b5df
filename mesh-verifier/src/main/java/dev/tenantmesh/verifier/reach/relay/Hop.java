package dev.tenantmesh.verifier.reach.relay;

import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.Optional;

/**
 * One connection on a way through relays.
 *
 * @param source who opens it
 * @param destination whom to
 * @param ports on which ports of the destination
 * @param binding what makes the source open it; empty for the first, which is opened on purpose
 * @param verdict whether it can be opened
 */
public record Hop(Endpoint source, Endpoint destination, PortRange ports, Optional<Step> binding, Verdict verdict) {

    /** How certain it is. */
    public Truth isOpen() {
        Truth opened =
                verdict.isCertain() ? Truth.YES : Truth.of(verdict.isPossible()).and(Truth.MAYBE);
        return opened.and(binding.map(Step::passed).orElse(Truth.YES));
    }
}
