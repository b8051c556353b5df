package dev.tenantmesh.verifier.claim;

import java.util.List;

/**
 * What came of a claim.
 *
 * @param outcome the short form
 * @param counterexamples what breaks it, or may; one for each cause, the plainest first
 * @param others how many more connections have one of these causes
 * @param reasons why it is not known, or about nobody; one sentence each
 */
public record Judgement(Outcome outcome, List<Counterexample> counterexamples, int others, List<String> reasons) {

    /** What may come of a claim. */
    public enum Outcome {
        /** It is true in every cluster that has these manifests. */
        HOLDS,
        /** It is not: a counterexample certainly exists. */
        BROKEN,
        /** Something that decides is not in the manifests. */
        UNKNOWN,
        /** There is nobody whom it is about, so that it says nothing. */
        VACUOUS
    }

    public Judgement {
        counterexamples = List.copyOf(counterexamples);
        reasons = List.copyOf(reasons);
    }

    /** It is true. */
    public static Judgement holds() {
        return new Judgement(Outcome.HOLDS, List.of(), 0, List.of());
    }

    /** It is about nobody. */
    public static Judgement vacuous(String reason) {
        return new Judgement(Outcome.VACUOUS, List.of(), 0, List.of(reason));
    }

    /** What was found against it that is no connection; none: it holds. */
    public static Judgement broken(List<String> reasons) {
        return reasons.isEmpty() ? holds() : new Judgement(Outcome.BROKEN, List.of(), 0, reasons);
    }

    /** What leaves it open; none: it holds. */
    public static Judgement unknown(List<String> reasons) {
        return reasons.isEmpty() ? holds() : new Judgement(Outcome.UNKNOWN, List.of(), 0, reasons);
    }

    /** What was found against it; none: it holds. A certain counterexample breaks it, the others leave it open. */
    public static Judgement of(List<Counterexample> found) {
        if (found.isEmpty()) {
            return holds();
        }
        List<Counterexample> causes = Counterexample.oneForEachCause(found);
        boolean broken = causes.stream().anyMatch(Counterexample::certain);
        List<String> reasons = broken
                ? List.of()
                : causes.stream()
                        .flatMap(cause -> cause.doubts().stream())
                        .distinct()
                        .toList();
        return new Judgement(broken ? Outcome.BROKEN : Outcome.UNKNOWN, causes, found.size() - causes.size(), reasons);
    }

    /** Whether nothing is left to do. */
    public boolean isGood() {
        return outcome == Outcome.HOLDS;
    }
}
