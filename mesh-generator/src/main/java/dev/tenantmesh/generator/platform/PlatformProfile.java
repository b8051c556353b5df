package dev.tenantmesh.generator.platform;

import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.ServiceMesh;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one version of one product can do and what it calls things. Planners read it; renderers never do.
 *
 * @param type the product
 * @param version its minor version as written in a Platform
 * @param product its name for people
 * @param distributions where it runs
 * @param endOfLife a sentence if it is past its end of life
 * @param membership how a namespace becomes a member
 * @param traits what sets it apart
 * @param attachment the NetworkAttachmentDefinition it wants in every application namespace, if it wants any
 */
public record PlatformProfile(
        ServiceMesh.Type type,
        String version,
        String product,
        Set<Distribution.Type> distributions,
        @Nullable String endOfLife,
        Membership membership,
        Set<Trait> traits,
        Optional<Attachment> attachment) {

    public PlatformProfile {
        distributions = Set.copyOf(distributions);
        traits = Set.copyOf(traits);
    }

    /** Whether something holds for it. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** What sets platforms apart. */
    public enum Trait {
        /** The operator makes the PeerAuthentication of the mesh itself. */
        OPERATOR_MAKES_MESH_MTLS,
        /** A tenant can be given a control plane by namespaced roles. */
        DELEGATES_CONTROL_PLANES,
        /** Gateways know {@code OPTIONAL_MUTUAL}. */
        OPTIONAL_MUTUAL
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
