package dev.tenantmesh.verifier.trace;

import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a connection can be made, with what every layer made of it.
 *
 * @param identity whom the source shows a certificate for; null if nobody, or if nobody came far enough to be asked
 * @param tunnelled whether it leads through a tunnel of mutual TLS, of which the network sees another port
 * @param steps in the order of the layers
 */
public record Way(@Nullable Identity identity, boolean tunnelled, List<Step> steps) {

    /** A way without a tunnel. */
    public Way(@Nullable Identity identity, List<Step> steps) {
        this(identity, false, steps);
    }

    public Way {
        steps = List.copyOf(steps);
    }

    /** Whether it can be gone: as certain as the least certain step. */
    public Truth isOpen() {
        return steps.stream().map(Step::passed).reduce(Truth.YES, Truth::and);
    }

    /** Whether nobody shows an identity; a tunnel always asks for one. */
    public boolean isPlaintext() {
        return identity == null && !tunnelled;
    }

    /** The same way after earlier layers. */
    public Way after(List<Step> earlier) {
        return new Way(
                identity,
                tunnelled,
                Stream.concat(earlier.stream(), steps.stream()).toList());
    }

    /** The same way with later layers. */
    public Way andThen(List<Step> later) {
        return new Way(
                identity,
                tunnelled,
                Stream.concat(steps.stream(), later.stream()).toList());
    }

    /** How people call it. */
    public String title() {
        String tunnel = tunnelled ? "in a tunnel" : "in plaintext";
        return identity == null ? tunnel : "over mutual TLS as " + identity + (tunnelled ? ", in a tunnel" : "");
    }
}
