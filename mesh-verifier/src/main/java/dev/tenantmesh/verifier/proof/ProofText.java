package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.verifier.claim.Judgement.Outcome;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.world.Pod;
import java.util.ArrayList;
import java.util.List;

/** Says what came of claims in lines that people read; in printable characters only. */
public final class ProofText {

    private ProofText() {}

    /** What came of a claim in one line, and below it every counterexample in full. */
    public static List<String> lines(Proved proved) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = proved.judgement().outcome();
        lines.add(outcome + " " + proved.claim().id() + ": " + proved.claim().sentence() + " ("
                + proved.claim().origin() + ")");
        if (proved.witnesses().isEmpty()) {
            proved.judgement().reasons().forEach(reason -> lines.add("  " + reason));
        }
        proved.witnesses().forEach(witness -> add(lines, witness, proved.level()));
        int others = proved.judgement().others();
        if (others > 0) {
            lines.add("  and " + others + " more with the same cause"
                    + (proved.witnesses().size() == 1 ? "" : "s"));
        }
        return lines.stream().map(Printable::of).toList();
    }

    private static void add(List<String> lines, Witness witness, Level level) {
        lines.add("  " + witness.confidence() + " at level " + Assumptions.written(level) + ": "
                + witness.example().sentence());
        witness.example().doubts().forEach(doubt -> lines.add("    not known: " + doubt));
        if (witness.example().source() instanceof Pod pod && pod.isPossible()) {
            lines.add("    the source is in no manifest: " + labels(pod));
        }
        witness.example().way().steps().forEach(step -> lines.add("    " + step));
        lines.add("    fix: " + witness.fix());
        lines.add("    probe: " + witness.probe());
    }

    /** The fewest labels that make a pod one of its kind. */
    private static String labels(Pod pod) {
        return pod.labels().isEmpty()
                ? "any pod in namespace " + pod.namespace().name() + " that nothing selects by a label"
                : "a pod in namespace " + pod.namespace().name() + " with only the labels " + pod.labels();
    }
}
