package dev.tenantmesh.generator.spi;

import dev.tenantmesh.generator.plan.Heading;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/**
 * An object that an extension prints.
 *
 * @param heading its name, its namespace, whose it is, why it exists and when it is applied; its metadata is made from it
 * @param object everything else: {@code apiVersion}, {@code kind} and its content; labels and annotations of its metadata
 *     are kept
 */
public record ExtraObject(Heading heading, HasMetadata object) {

    public ExtraObject {
        Objects.requireNonNull(heading, "An object without a heading");
        Objects.requireNonNull(object, "A heading without an object");
    }
}
