package dev.tenantmesh.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.verifier.claim.Counterexample;
import dev.tenantmesh.verifier.claim.Judgement.Outcome;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.proof.Assumptions;
import dev.tenantmesh.verifier.proof.Proof;
import dev.tenantmesh.verifier.proof.ProofText;
import dev.tenantmesh.verifier.proof.Proved;
import dev.tenantmesh.verifier.proof.Witness;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of claims: first what a proof means and what it takes for granted, then one line for each claim, with every
 * counterexample in full below it.
 */
public final class ProofReport {

    /** The version of the JSON; a field may be added to it, and none changes its meaning. */
    public static final String VERSION = "tenantmesh.dev/proof/v1";

    private final SortedMap<String, Proof> proofs;

    private ProofReport(SortedMap<String, Proof> proofs) {
        this.proofs = proofs;
    }

    /** Proofs by what they are about, such as the name of a platform; an empty name is not shown. */
    public static ProofReport of(SortedMap<String, Proof> proofs) {
        return new ProofReport(new TreeMap<>(proofs));
    }

    /** The report in one of the formats that tell reasons. */
    public String written(Format format) {
        return switch (format) {
            case MD -> markdown();
            case JSON -> json();
            case TEXT, CSV, DOT, SARIF -> text();
        };
    }

    /** How many claims came to each outcome, such as {@code 12 claims: 11 hold, 1 broken}. */
    public String summary() {
        long all = proofs.values().stream()
                .mapToLong(proof -> proof.claims().size())
                .sum();
        String counts = Arrays.stream(Outcome.values())
                .filter(outcome -> count(outcome) > 0)
                .map(outcome -> count(outcome) + " " + word(outcome))
                .collect(Collectors.joining(", "));
        return all + (all == 1 ? " claim" : " claims") + (counts.isEmpty() ? "" : ": " + counts);
    }

    /** The pages about outcomes that are not good, by their codes. */
    public List<String> codes() {
        SortedMap<String, Outcome> pages = new TreeMap<>();
        pages.put(ProblemCode.CLAIM_BROKEN.id(), Outcome.BROKEN);
        pages.put(ProblemCode.CLAIM_UNKNOWN.id(), Outcome.UNKNOWN);
        pages.put(ProblemCode.CLAIM_VACUOUS.id(), Outcome.VACUOUS);
        return pages.entrySet().stream()
                .filter(page -> count(page.getValue()) > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private long count(Outcome outcome) {
        return proofs.values().stream().mapToLong(proof -> proof.count(outcome)).sum();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "proved";
            case BROKEN -> "broken";
            case UNKNOWN -> "not known";
            case VACUOUS -> "about nobody";
        };
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        proofs.forEach((name, proof) -> {
            if (!name.isEmpty()) {
                lines.add(Printable.of(name + ":"));
            }
            proof.assumptions().sentences().forEach(sentence -> lines.add(Printable.of(sentence)));
            lines.add("");
            proof.claims().forEach(proved -> lines.addAll(ProofText.lines(proved)));
            lines.add("");
        });
        lines.add(summary());
        return String.join("\n", lines) + "\n";
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        proofs.forEach((name, proof) -> {
            text.append("## Proof")
                    .append(name.isEmpty() ? "" : " of " + Cells.escaped(name))
                    .append("\n\n");
            proof.assumptions()
                    .sentences()
                    .forEach(sentence ->
                            text.append("- ").append(Cells.escaped(sentence)).append('\n'));
            List<List<String>> rows =
                    proof.claims().stream().map(ProofReport::row).toList();
            text.append('\n').append(Cells.markdown(List.of("outcome", "claim", "says", "wanted at"), rows));
            proof.claims().stream()
                    .filter(proved -> !proved.witnesses().isEmpty())
                    .forEach(proved -> text.append("\n```text\n")
                            .append(String.join("\n", ProofText.lines(proved)).replace("```", "'''"))
                            .append("\n```\n"));
            text.append('\n');
        });
        return text.append(summary()).append('\n').toString();
    }

    private static List<String> row(Proved proved) {
        return List.of(
                proved.judgement().outcome().name(),
                proved.claim().id(),
                proved.claim().sentence(),
                proved.claim().origin().toString());
    }

    private String json() {
        ObjectNode root = Json.object();
        root.put("version", VERSION);
        ArrayNode all = root.putArray("proofs");
        proofs.forEach((name, proof) -> {
            ObjectNode written = all.addObject();
            written.put("about", name);
            assumptions(written.putObject("assumptions"), proof.assumptions());
            ObjectNode counts = written.putObject("counts");
            for (Outcome outcome : Outcome.values()) {
                counts.put(lower(outcome.name()), proof.count(outcome));
            }
            ArrayNode claims = written.putArray("claims");
            proof.claims().forEach(proved -> claim(claims.addObject(), proved));
        });
        return Json.text(root);
    }

    private static void assumptions(ObjectNode written, Assumptions assumptions) {
        written.put("level", Assumptions.written(assumptions.level()));
        written.put("profile", assumptions.profile().name());
        ArrayNode meshes = written.putArray("meshes");
        for (MeshSettings mesh : assumptions.meshes()) {
            ObjectNode one = meshes.addObject();
            one.put("name", mesh.name());
            one.put("rootNamespace", mesh.rootNamespace());
            one.put("trustDomain", mesh.trustDomain());
            one.put("assumed", Assumptions.isAssumed(mesh));
        }
        ArrayNode further = written.putArray("further");
        assumptions.further().forEach(further::add);
        written.put("notCovered", Assumptions.NOT_COVERED);
    }

    private static void claim(ObjectNode written, Proved proved) {
        written.put("id", proved.claim().id());
        written.put("sentence", proved.claim().sentence());
        place(written, proved.claim().origin());
        written.put("level", Assumptions.written(proved.level()));
        written.put("outcome", lower(proved.judgement().outcome().name()));
        ArrayNode reasons = written.putArray("reasons");
        proved.judgement().reasons().forEach(reasons::add);
        written.put("others", proved.judgement().others());
        ArrayNode examples = written.putArray("counterexamples");
        proved.witnesses().forEach(witness -> witness(examples.addObject(), witness));
    }

    private static void witness(ObjectNode written, Witness witness) {
        Counterexample example = witness.example();
        written.put("sentence", example.sentence());
        written.put("confidence", lower(witness.confidence()));
        end(written.putObject("source"), example.source());
        end(written.putObject("destination"), example.destination());
        written.put("ports", example.ports().toString());
        Identity identity = example.way().identity();
        written.put("identity", identity == null ? null : identity.principal());
        ArrayNode steps = written.putArray("steps");
        for (Step step : example.way().steps()) {
            ObjectNode one = steps.addObject();
            one.put("layer", lower(step.layer().name()));
            one.put("passed", lower(step.passed().name()));
            one.put("because", step.because());
            place(one, step.origin());
        }
        written.put("fix", witness.fix());
        written.put("probe", witness.probe());
    }

    private static void end(ObjectNode written, Endpoint endpoint) {
        written.put("id", endpoint.id());
        if (endpoint instanceof Pod pod) {
            written.put("declared", !pod.isPossible());
            written.put("namespace", pod.namespace().name());
            ObjectNode labels = written.putObject("labels");
            pod.labels().forEach(labels::put);
        }
    }

    private static void place(ObjectNode written, @Nullable Origin origin) {
        if (origin != null) {
            written.put("file", origin.source());
            written.put("line", origin.line());
        }
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
