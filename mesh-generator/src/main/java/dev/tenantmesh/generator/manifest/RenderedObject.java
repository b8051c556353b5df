package dev.tenantmesh.generator.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/**
 * An API object to write.
 *
 * @param platform the platform it is for
 * @param object complete: with {@code apiVersion}, {@code kind}, name and, where its kind has one, namespace
 * @param entry the model entry it comes from
 * @param open whether its rules may admit everybody (on stated ports only), as a public gateway's do; without it a rule
 *     that names no peer is refused, since an empty list of peers means everybody
 * @param takenFrom the file it was taken from as it is; null: it was generated
 * @param isApart whether it lies outside the folder of its namespace, which is not its owner's to write
 */
public record RenderedObject(
        String platform,
        HasMetadata object,
        String entry,
        boolean open,
        @Nullable String takenFrom,
        boolean isApart) implements Rendered {

    /** A generated object. */
    public RenderedObject(String platform, HasMetadata object, String entry, boolean open) {
        this(platform, object, entry, open, null, false);
    }

    /** An object whose every rule names its peers. */
    public RenderedObject(String platform, HasMetadata object, String entry) {
        this(platform, object, entry, false);
    }

    /** An object with rules that are meant to admit everybody on the ports they state. */
    public static RenderedObject open(String platform, HasMetadata object, String entry) {
        return new RenderedObject(platform, object, entry, true);
    }

    /** An object that is taken in as it is, from a file. */
    public static RenderedObject taken(String platform, HasMetadata object, String entry, String file) {
        return new RenderedObject(platform, object, entry, true, file, false);
    }

    /** The same object for another platform. */
    public RenderedObject on(String other) {
        return new RenderedObject(other, object, entry, open, takenFrom, isApart);
    }

    /** The same with its object in another form. */
    public RenderedObject with(HasMetadata other) {
        return new RenderedObject(platform, other, entry, open, takenFrom, isApart);
    }

    /** The same object, outside the folder of its namespace. */
    public RenderedObject apart() {
        return new RenderedObject(platform, object, entry, open, takenFrom, true);
    }
}
