package dev.tenantmesh.verifier.schema;

import dev.tenantmesh.crds.KindName;
import dev.tenantmesh.crds.schema.Refusal;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Nearest;
import dev.tenantmesh.verifier.load.Manifest;

/** Reports what an API server says, each objection at its place and with what to do. */
final class Objections {

    private Objections() {}

    /** What is said against an object. */
    static void object(Manifest manifest, Refusal refusal, Problems problems) {
        Origin origin = Places.of(manifest.body(), refusal.at());
        String written = refusal.written();
        String guess = Nearest.question(written, refusal.known());
        switch (refusal.kind()) {
            case UNKNOWN_FIELD -> {
                String why = refusal.why() + " The API server refuses it, or drops it if validation is not strict.";
                String fix = guess + "Remove it, or move it to where it belongs.";
                Origin key = Places.ofKey(manifest.body(), refusal.at());
                problems.error(ProblemCode.SCHEMA_UNKNOWN_FIELD, key, written, why, fix);
            }
            case VALUE ->
                problems.error(
                        ProblemCode.SCHEMA_VALUE,
                        origin,
                        written,
                        refusal.why(),
                        guess + "Write what the schema takes.");
            case DISPUTED_VALUE ->
                problems.warning(
                        ProblemCode.SCHEMA_VALUE, origin, written, refusal.why(), guess + "Check what is meant.");
            case RULE ->
                problems.error(
                        ProblemCode.SCHEMA_RULE,
                        origin,
                        written,
                        "A rule of the definition does not hold: " + sentence(refusal.why()),
                        "Change what the rule is about.");
            case VERSION ->
                problems.error(ProblemCode.VERSION_NOT_SERVED, origin, written, refusal.why(), versions(refusal));
            case NOT_CHECKED -> notChecked(manifest, refusal, problems);
        }
    }

    /** What could not be held against an object, or what of a definition. */
    static void notChecked(Manifest manifest, Refusal refusal, Problems problems) {
        problems.info(
                ProblemCode.SCHEMA_NOT_CHECKED,
                Places.of(manifest.body(), refusal.at()),
                refusal.written(),
                "This was not checked: " + sentence(refusal.why()),
                "Nothing to do, but an API server may refuse what was accepted here.");
    }

    /** Why a definition, or what stands where one was expected, cannot be used. */
    static void definition(Manifest manifest, Refusal refusal, Problems problems) {
        problems.warning(
                ProblemCode.SCHEMA_NOT_CHECKED,
                Places.of(manifest.body(), refusal.at()),
                refusal.written(),
                refusal.why(),
                "Leave only CustomResourceDefinitions of apiextensions.k8s.io/v1 in the folder.");
    }

    static void definedTwice(Manifest manifest, KindName name, Problems problems) {
        problems.warning(
                ProblemCode.SCHEMA_NOT_CHECKED,
                manifest.origin(),
                name.toString(),
                "Another definition defines this kind already, and that one is used.",
                "Keep the one that the cluster has.");
    }

    /** Messages of definitions may or may not end like a sentence. */
    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    private static String versions(Refusal refusal) {
        return refusal.known().isEmpty()
                ? "Ask for a cluster that serves it."
                : "Write one that is served: " + String.join(", ", refusal.known()) + ".";
    }
}
