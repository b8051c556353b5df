package dev.tenantmesh.verifier.lint.authorization;

import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.policy.mesh.Attribute;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a peer without an identity gets as far as an AuthorizationPolicy. */
final class Plaintext {

    /** Stands for every port that no policy sets a mode for. */
    private static final int ANY_PORT = 1;

    private Plaintext() {}

    static boolean mayReach(AuthorizationPolicy policy, Rule rule, LintContext context) {
        return context.scope(policy.namespace()).stream()
                .flatMap(namespace -> context.selected(namespace, policy.pods()).stream())
                .anyMatch(pod -> isTakenBy(pod, rule, context));
    }

    private static boolean isTakenBy(Pod pod, Rule rule, LintContext context) {
        Enrollment enrollment = context.enrollment(pod);
        if (enrollment.plane() != DataPlane.SIDECAR && enrollment.plane() != DataPlane.AMBIENT) {
            return false;
        }
        return ports(pod, rule, context).anyMatch(port -> !context.modes().isStrict(pod, enrollment, port));
    }

    /** The ports that the rule names; where it names none, all that somebody names, and one that nobody does. */
    private static IntStream ports(Pod pod, Rule rule, LintContext context) {
        List<String> named = rule.to().stream()
                .flatMap(clause -> clause.values().getOrDefault(Attribute.PORT, List.of()).stream())
                .toList();
        if (!named.isEmpty()) {
            return named.stream().filter(port -> port.matches("[0-9]{1,5}")).mapToInt(Integer::parseInt);
        }
        IntStream declared = pod.ports().stream().mapToInt(port -> port.port().number());
        IntStream withModes = context.policies().peerAuthentications().stream()
                .filter(policy -> policy.namespace().equals(pod.namespace().name()))
                .flatMapToInt(policy -> policy.ports().keySet().stream().mapToInt(Integer::intValue));
        return IntStream.concat(IntStream.of(ANY_PORT), IntStream.concat(declared, withModes));
    }
}
