package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.platform.Exemption.Place;
import org.jspecify.annotations.Nullable;

/**
 * One step of inheritance.
 *
 * @param name how messages call it, such as {@code namespace payments-batch}
 * @param record where the value was written
 * @param key under which key of that record
 * @param declared the value written there, if any
 * @param place what an exemption must name to cover it
 * @param <E> an enum ordered from loose to strict
 */
public record Level<E extends Enum<E>>(
        String name, Record record, String key, @Nullable E declared, Place place) {}
