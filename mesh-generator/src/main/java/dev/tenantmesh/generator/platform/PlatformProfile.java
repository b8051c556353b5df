package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.ServiceMesh;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one version of one product can do on one distribution, and what it calls things. Planners read it; renderers
 * never do.
 *
 * @param type the product
 * @param version its minor version as written in a Platform
 * @param product its name for people
 * @param istio the minor version of the Istio 1 that it is or ships
 * @param distribution where it runs
 * @param oldestDistribution the oldest minor version of the distribution that it runs on, where that is known
 * @param endOfLife a sentence if it is past its end of life
 * @param membership how a namespace becomes a member
 * @param traits what sets it apart
 * @param attachment the NetworkAttachmentDefinition it wants in every application namespace, if it wants any
 */
public record PlatformProfile(
        ServiceMesh.Type type,
        String version,
        String product,
        int istio,
        Distribution.Type distribution,
        @Nullable String oldestDistribution,
        @Nullable String endOfLife,
        Membership membership,
        Set<Trait> traits,
        Optional<Attachment> attachment) {

    public PlatformProfile {
        traits = Set.copyOf(traits);
    }

    /** Whether something holds for it. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** How a namespace becomes a member of a mesh. */
    public enum Membership {
        /** The control plane's member roll names it; pods ask for a sidecar themselves. */
        MEMBER_ROLL,
        /** Its labels choose a revision and make it visible to the control plane. */
        LABELS
    }

    /**
     * A NetworkAttachmentDefinition in every application namespace.
     *
     * @param name as the injected pod annotation refers to it
     * @param operatorMakesIt whether the product's operator makes it, unless told otherwise
     * @param reason why the version needs it
     */
    public record Attachment(String name, boolean operatorMakesIt, String reason) {}
}
