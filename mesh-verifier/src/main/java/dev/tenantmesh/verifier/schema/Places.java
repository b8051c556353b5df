package dev.tenantmesh.verifier.schema;

import com.fasterxml.jackson.core.JsonPointer;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.load.Sequence;
import dev.tenantmesh.verifier.load.Value;

/** Finds where in a file a place of an object was written. */
final class Places {

    private Places() {}

    /** A single value, or the key or item that begins what is there; of what is not there, what would hold it. */
    static Origin of(Mapping object, JsonPointer place) {
        return find(object, place, false);
    }

    /** The key at a place. */
    static Origin ofKey(Mapping object, JsonPointer place) {
        return find(object, place, true);
    }

    private static Origin find(Mapping object, JsonPointer place, boolean key) {
        Value here = object;
        Origin origin = object.origin();
        for (JsonPointer step = place; !step.matches(); step = step.tail()) {
            if (here instanceof Mapping mapping && mapping.entries().containsKey(step.getMatchingProperty())) {
                Mapping.Entry entry = mapping.entries().get(step.getMatchingProperty());
                here = entry == null ? here : entry.value();
                origin = entry == null ? origin : entry.key();
            } else if (here instanceof Sequence list
                    && step.mayMatchElement()
                    && step.getMatchingIndex() < list.items().size()) {
                here = list.items().get(step.getMatchingIndex());
                origin = here.origin();
            } else {
                return origin;
            }
        }
        return !key && here instanceof Scalar scalar && !scalar.isNothing() ? scalar.origin() : origin;
    }
}
