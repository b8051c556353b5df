package dev.tenantmesh.verifier.claim;

import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One connection that a claim says there is not, or one that it says there is and that fails.
 *
 * @param source who opens it
 * @param destination whom to
 * @param ports on which ports
 * @param way in which way, with what each layer made of it
 * @param wanted whether the claim wants it; then the way shows what stops it
 */
public record Counterexample(Endpoint source, Endpoint destination, PortRange ports, Way way, boolean wanted) {

    /** Declared pods before pods that could exist, certain before possible, few labels before many, low ports first. */
    static final Comparator<Counterexample> PLAINEST = Comparator.comparing(
                    (Counterexample example) -> !example.certain())
            .thenComparing(example -> rank(example.source()))
            .thenComparing(example -> rank(example.destination()))
            .thenComparing(example -> example.source().id().length())
            .thenComparing(Counterexample::ports)
            .thenComparing(example -> example.source().id())
            .thenComparing(example -> example.destination().id())
            .thenComparing(example -> example.way().title());

    private static int rank(Endpoint endpoint) {
        if (!(endpoint instanceof Pod pod)) {
            return 1;
        }
        return !pod.isPossible() ? 0 : pod.namespace().isDeclared() ? 2 : 3;
    }

    /** Whether there certainly is such a connection, or certainly is none. */
    public boolean certain() {
        return wanted ? !way.isOpen().isPossible() : way.isOpen().isCertain();
    }

    /** Why it is not certain, one sentence each. */
    public List<String> doubts() {
        return way.steps().stream()
                .filter(step -> step.passed().isPossible() && !step.passed().isCertain())
                .map(step -> step.layer().title() + ": " + step.because()
                        + (step.origin() == null ? "" : " (" + step.origin() + ")"))
                .toList();
    }

    /** The lines that let it through, or stop it; connections with the same ones have one cause. */
    List<String> cause() {
        List<String> cause = new ArrayList<>();
        for (Step step : way.steps()) {
            boolean telling = wanted ? !step.passed().isCertain() : step.layer() != Step.Layer.EGRESS;
            if (telling) {
                cause.add(step.layer() + " "
                        + (step.origin() == null
                                ? general(step.because())
                                : step.origin().toString()));
            }
        }
        return cause;
    }

    /** A default has one cause, whichever pod it is about. */
    private String general(String because) {
        return because.replace(source.id(), "").replace(destination.id(), "");
    }

    /** The plainest of each cause. */
    static List<Counterexample> oneForEachCause(List<Counterexample> found) {
        Map<List<String>, Counterexample> byCause = new LinkedHashMap<>();
        found.stream().sorted(PLAINEST).forEach(example -> byCause.putIfAbsent(example.cause(), example));
        return List.copyOf(byCause.values());
    }

    /** What it says, in one sentence. */
    public String sentence() {
        String who = source.id();
        String whom = ports + " of " + destination.id();
        if (wanted) {
            return who + " cannot open " + whom + ", and should.";
        }
        return who + (certain() ? " can open " : " may open ") + whom + " " + way.title() + ".";
    }
}
