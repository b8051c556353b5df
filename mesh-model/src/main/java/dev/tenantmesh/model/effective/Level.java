package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.platform.Exemption.Place;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.yaml.Origins;
import org.jspecify.annotations.Nullable;

/**
 * One step of inheritance.
 *
 * @param name how messages call it, such as {@code namespace payments-batch}
 * @param record where the value was written, or would be
 * @param key under which key of that record
 * @param entry under which key of that map, if it is one
 * @param declared the value written there, if any
 * @param place what an exemption must name to cover it
 * @param <E> an enum ordered from loose to strict
 */
public record Level<E extends Enum<E>>(
        String name,
        Record record,
        String key,
        @Nullable String entry,
        @Nullable E declared,
        Place place) {

    /** Where the value was written; where the level was written if it was not. */
    public Origin origin(Origins origins) {
        return entry == null ? origins.of(record, key) : origins.of(record, key, entry);
    }
}
