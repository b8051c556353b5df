package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.Counterexample;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.world.Pod;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to change of the mesh's policies, and of the pods that its proxies stand in front of. */
final class MeshFixes {

    private final Evidence evidence;

    MeshFixes(Evidence evidence) {
        this.evidence = evidence;
    }

    /** How to stop a connection that is permitted in another way, such as with another identity. */
    String close(Counterexample example) {
        return example.way().isPlaintext() ? demandCertificates(example) : admitFewer(example);
    }

    private String demandCertificates(Counterexample example) {
        Optional<Step> asked = step(example, Layer.AUTHENTICATION);
        if (asked.isEmpty()) {
            return step(example, Layer.CAPTURE)
                    .map(past -> "Put a proxy in front of port " + example.ports() + " of "
                            + example.destination().id() + ": " + past.because() + ".")
                    .orElse("Put a proxy in front of " + example.destination().id() + ".");
        }
        String namespace = namespace(example);
        Origin origin = asked.get().origin();
        Optional<PeerAuthentication> policy = evidence.verifier().policies().peerAuthentications().stream()
                .filter(candidate -> candidate.origin().equals(origin))
                .findFirst();
        if (policy.isPresent()) {
            return "Set mtls.mode STRICT" + forPort(policy.get(), example) + " in "
                    + policy.get().id() + " at " + origin + ": " + asked.get().because() + ".";
        }
        return evidence.owners().writable().peerAuthentications().contains(namespace) && origin != null
                ? "Take the right to write PeerAuthentications in namespace " + namespace + " from its owner."
                : "Set mtls.mode STRICT in a PeerAuthentication of namespace " + namespace
                        + ": none decides, and the default is PERMISSIVE.";
    }

    private static String forPort(PeerAuthentication policy, Counterexample example) {
        int port = example.ports().representative().number();
        return policy.ports().containsKey(port) ? " under portLevelMtls " + port : "";
    }

    private String admitFewer(Counterexample example) {
        Optional<Step> admitted = step(example, Layer.AUTHORIZATION);
        Origin origin = admitted.map(Step::origin).orElse(null);
        String who = String.valueOf(example.way().identity());
        if (origin == null) {
            return "Add an AuthorizationPolicy with action ALLOW that selects "
                    + (example.destination() instanceof Pod pod ? LabelSelector.of(pod.labels()) : "the pod")
                    + " in namespace " + namespace(example) + ", without " + who
                    + ": none decides, and all are admitted.";
        }
        return ruleAt(origin)
                .map(policy -> "Narrow `from.source` of the rule of " + policy.id() + " at " + origin + " so that "
                        + who + " is none of its principals.")
                .orElseGet(() -> "Change what admits " + who + " at " + origin + ".");
    }

    private Optional<AuthorizationPolicy> ruleAt(@Nullable Origin origin) {
        return policies()
                .filter(policy ->
                        policy.rules().stream().anyMatch(rule -> rule.origin().equals(origin)))
                .findFirst();
    }

    private Stream<AuthorizationPolicy> policies() {
        return evidence.verifier().policies().authorizationPolicies().stream();
    }

    /** How to let a connection through that the destination's proxy stops. */
    String open(Counterexample example, Step stopping) {
        Origin origin = stopping.origin();
        String place = origin == null ? "" : " at " + origin;
        return switch (stopping.layer()) {
            case AUTHENTICATION ->
                "Give " + example.source().id() + " a proxy, so that it shows a certificate, or let plaintext in"
                        + place + ": " + stopping.because() + ".";
            case AUTHORIZATION -> admit(example, origin);
            default -> "Change what stops it" + place + ": " + stopping.because() + ".";
        };
    }

    private String admit(Counterexample example, @Nullable Origin origin) {
        String who = example.way().identity() == null
                ? "plaintext, by a rule without principals,"
                : "the principal " + example.way().identity();
        Optional<AuthorizationPolicy> denying = ruleAt(origin);
        if (denying.isPresent()) {
            return "Except " + who + " from the rule of " + denying.get().id() + " at " + origin + ".";
        }
        return policies()
                .filter(policy -> policy.origin().equals(origin))
                .findFirst()
                .map(policy -> "Add " + who + " to a rule of " + policy.id() + " at " + origin + ".")
                .orElseGet(() -> "Add an AuthorizationPolicy with action ALLOW for " + who + " in namespace "
                        + namespace(example) + ".");
    }

    private static String namespace(Counterexample example) {
        return example.destination() instanceof Pod pod
                ? pod.namespace().name()
                : example.destination().id();
    }

    private static Optional<Step> step(Counterexample example, Layer layer) {
        return example.way().steps().stream()
                .filter(step -> step.layer() == layer)
                .findFirst();
    }
}
