package dev.tenantmesh.crds;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantmesh.crds.cel.CelRules;
import dev.tenantmesh.crds.schema.Defaults;
import dev.tenantmesh.crds.schema.Refusal;
import dev.tenantmesh.crds.schema.Structure;
import dev.tenantmesh.crds.schema.TextFormats;
import dev.tenantmesh.crds.schema.UnknownFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a kind as a CustomResourceDefinition describes it: what it lets pass and what not. Nothing is compiled
 * before it is asked.
 */
public final class CrdVersion {

    private final KindName name;
    private final boolean namespaced;
    private final boolean served;
    private final JsonNode structural;
    private final JsonPointer place;
    private final CelRules rules;
    private @Nullable Compiled compiled;

    /** The structure, or why the schema cannot be used. */
    private record Compiled(Optional<Structure> structure, String problem) {}

    /** @param place where the schema stands in its definition */
    CrdVersion(KindName name, boolean namespaced, boolean served, JsonNode structural, JsonPointer place) {
        this.name = name;
        this.namespaced = namespaced;
        this.served = served;
        this.structural = structural;
        this.place = place;
        this.rules = new CelRules(structural);
    }

    /** What it describes. */
    public KindName name() {
        return name;
    }

    /** Whether objects of this version can be sent to the API server. */
    public boolean served() {
        return served;
    }

    /** What the API server would say against the object. */
    public List<Refusal> check(JsonNode object) {
        List<Refusal> refusals = new ArrayList<>();
        scope(object).ifPresent(refusals::add);
        JsonNode pruned = object.deepCopy();
        refusals.addAll(UnknownFields.prune(structural, pruned));
        JsonNode complete = Defaults.apply(structural, pruned);
        refusals.addAll(EmbeddedObjects.check(structural, complete));
        Structure.Outcome outcome = compiled()
                .structure()
                .map(structure -> structure.check(complete))
                .orElse(new Structure.Outcome(List.of(), false));
        refusals.addAll(outcome.refusals());
        refusals.addAll(outcome.blocking() ? rules.leftOut() : rules.check(complete));
        return refusals;
    }

    /** What of the definition cannot be held against objects, at its place in the definition. */
    public List<Refusal> notChecked() {
        List<Refusal> found = new ArrayList<>(rules.notCompiled().stream()
                .map(rule -> objection(rule.at(), rule.written(), rule.why()))
                .toList());
        if (compiled().structure().isEmpty()) {
            found.add(objection(
                    JsonPointer.empty(),
                    "",
                    "The schema cannot be used: " + compiled().problem()));
        }
        TextFormats.leftOut(structural)
                .forEach((format, at) -> found.add(objection(at, format, "Texts of this format are not checked.")));
        return found;
    }

    private Refusal objection(JsonPointer at, String written, String why) {
        return new Refusal(Refusal.Kind.NOT_CHECKED, place.append(at), written, why, List.of());
    }

    private Compiled compiled() {
        Compiled known = compiled;
        if (known == null) {
            known = compile();
            compiled = known;
        }
        return known;
    }

    private Compiled compile() {
        try {
            return new Compiled(Optional.of(new Structure(structural)), "");
        } catch (IllegalArgumentException e) {
            return new Compiled(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Refusal> scope(JsonNode object) {
        JsonNode namespace = object.path("metadata").path("namespace");
        if (namespace.isMissingNode() != namespaced) {
            return Optional.empty();
        }
        JsonPointer at = JsonPointer.compile("/metadata/namespace");
        String why =
                namespaced ? "Objects of this kind live in a namespace." : "Objects of this kind have no namespace.";
        return Optional.of(Refusal.value(at, namespace.asText(), why));
    }
}
