package dev.tenantmesh.verifier.reach.client;

import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Optional;

/**
 * Whether a well-behaved client is served: what its proxy sends must be let in by everybody on the way.
 *
 * @param truth whether it works, with each pod behind the Service
 * @param attempts each thing that its proxy may send to each pod
 */
public record Works(Truth truth, List<Attempt> attempts) {

    public Works {
        attempts = List.copyOf(attempts);
    }

    /**
     * One thing that the proxy may send.
     *
     * @param destination to which pod; empty if it reaches none, or none is known
     * @param sending what it sends
     * @param steps what every layer makes of it
     */
    public record Attempt(Optional<Pod> destination, Sending sending, List<Step> steps) {

        public Attempt {
            steps = List.copyOf(steps);
        }

        /** Whether it is served. */
        public Truth truth() {
            return steps.stream().map(Step::passed).reduce(Truth.YES, Truth::and);
        }
    }

    /** It works if every attempt does; only if all fail it certainly does not. */
    static Works of(List<Attempt> attempts) {
        List<Truth> truths = attempts.stream().map(Attempt::truth).distinct().toList();
        return new Works(truths.size() == 1 ? truths.get(0) : Truth.MAYBE, attempts);
    }
}
