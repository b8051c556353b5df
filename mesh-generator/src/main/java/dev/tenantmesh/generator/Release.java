package dev.tenantmesh.generator;

import dev.tenantmesh.generator.platform.Trait;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One minor version of a product.
 *
 * @param version as written in a Platform
 * @param istio the minor version of the Istio 1 that it is or ships
 * @param name what installs it: the version of a chart, or the version that an operator takes
 * @param distribution the oldest minor version of OpenShift that it runs on, where that is known
 * @param endOfLife a sentence if it is past its end of life
 * @param traits what it has beyond what comes with its Istio
 */
record Release(
        String version,
        int istio,
        String name,
        @Nullable String distribution,
        @Nullable String endOfLife,
        Set<Trait> traits) {

    /** A release of Istio; Helm takes the newest patch of it. */
    static Release istio(int minor) {
        return new Release("1." + minor, minor, "1." + minor + ".x", null, null, Set.of());
    }

    /** A release of a product whose operator installs an Istio. */
    static Release of(String version, int istio, String name) {
        return new Release(version, istio, name, null, null, Set.of());
    }

    Release named(String other) {
        return new Release(version, istio, other, distribution, endOfLife, traits);
    }

    Release from(String oldest) {
        return new Release(version, istio, name, oldest, endOfLife, traits);
    }

    Release ended(String sentence) {
        return new Release(version, istio, name, distribution, sentence, traits);
    }

    Release with(Trait... more) {
        return new Release(version, istio, name, distribution, endOfLife, Set.of(more));
    }

    boolean has(Trait trait) {
        return Trait.of(istio, traits).contains(trait);
    }
}
