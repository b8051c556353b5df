package dev.tenantmesh.model.effective;

import dev.tenantmesh.model.platform.Exemption.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one setting that is written in a part of a document, such as {@code router} in {@code isolation}.
 *
 * @param part the key of the part
 * @param key the key of the setting in it
 * @param all from the mesh down
 */
record Levels<E extends Enum<E>>(String part, String key, List<Level<E>> all) {

    Levels(String part, String key) {
        this(part, key, new ArrayList<>());
    }

    /** Goes one level down, to something that may have written the part, and in it the setting. */
    Levels<E> down(String name, Record owner, @Nullable Record written, @Nullable E declared, Place place) {
        all.add(
                written == null
                        ? new Level<>(name, owner, part, null, declared, place)
                        : new Level<>(name, written, key, null, declared, place));
        return this;
    }
}
