package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Optional;

/**
 * Nobody reaches somebody but as permitted: whatever may be opened is compared with what is permitted, port by port and
 * way by way.
 *
 * @param id the intent and whom it is about
 * @param sentence what a person signs
 * @param origin where it was wanted
 * @param subject whom it closes
 * @param side whether what comes in or what goes out is closed
 * @param permitted what may pass all the same
 * @param atMost the level beyond which it says nothing; empty: it holds at every level that is asked about
 */
public record ClosedClaim(
        String id,
        String sentence,
        Origin origin,
        Party subject,
        Side side,
        Permissions permitted,
        Optional<Level> atMost)
        implements Claim {

    /** Which connections of a subject are meant. */
    public enum Side {
        IN,
        OUT
    }

    /** One at every level. */
    public ClosedClaim(String id, String sentence, Origin origin, Party subject, Side side, Permissions permitted) {
        this(id, sentence, origin, subject, side, permitted, Optional.empty());
    }

    /** The same, which says nothing beyond a level. */
    public ClosedClaim atMost(Level level) {
        return new ClosedClaim(id, sentence, origin, subject, side, permitted, Optional.of(level));
    }

    @Override
    public Judgement judge(Evidence evidence) {
        List<Pod> pods = evidence.pods(subject);
        if (pods.isEmpty()) {
            return Judgement.vacuous(
                    "There is no pod of " + subject.title() + ", and by these manifests there can be none.");
        }
        Level level =
                atMost.filter(most -> most.compareTo(evidence.level()) < 0).orElse(evidence.level());
        List<Excess> asked = asked(evidence, level);
        List<Counterexample> found = pods.parallelStream()
                .flatMap(pod -> asked.stream().flatMap(excess -> excess.of(pod)))
                .distinct()
                .toList();
        return Judgement.of(found);
    }

    /**
     * Whoever owns an end and harms themselves also chooses its labels, so that what is permitted to one of their pods is to
     * all; but then it has to hold, too, of those who do not.
     */
    private List<Excess> asked(Evidence evidence, Level level) {
        return level == Level.SELF_HARM
                ? List.of(
                        new Excess(this, evidence, Level.HOSTILE_SOURCE, false),
                        new Excess(this, evidence, level, true))
                : List.of(new Excess(this, evidence, level, false));
    }
}
