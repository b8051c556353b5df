package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a proxy admits: whoever is asked elsewhere may deny, one DENY that matches is enough, and where there is an ALLOW
 * one of them must match. Policies of the root namespace count everywhere, with their selectors.
 *
 * @see <a href="https://istio.io/latest/docs/concepts/security/#implicit-enablement">Implicit enablement</a>
 */
final class AuthorizationLayer {

    private final Map<String, List<AuthorizationPolicy>> policies;

    AuthorizationLayer(List<AuthorizationPolicy> policies) {
        this.policies = policies.stream()
                .filter(policy -> !policy.dryRun() && !policy.isTargeted())
                .collect(Collectors.groupingBy(AuthorizationPolicy::namespace));
    }

    /** What the policies of a pod make of a connection. */
    Step ask(Pod pod, Enrollment enrollment, Connection connection) {
        MeshSettings mesh = enrollment.mesh().orElseThrow();
        Matching matching = new Matching(mesh, enrollment.plane(), connection);
        List<AuthorizationPolicy> applying = applying(pod, mesh);
        if (enrollment.plane() != DataPlane.AMBIENT) {
            return decided(pod, applying, matching);
        }
        return either(
                decided(pod, attached(applying, Truth::isCertain), matching),
                decided(pod, attached(applying, Truth::isPossible), matching));
    }

    /** A policy with an empty selector is sent to the proxies of nodes as one that some pods refer to, and none does. */
    private static List<AuthorizationPolicy> attached(List<AuthorizationPolicy> policies, Predicate<Truth> enough) {
        return policies.stream()
                .filter(policy -> enough.test(policy.selector().empty().not()))
                .toList();
    }

    private static Step either(Step one, Step other) {
        String because = one.because() + ", or else " + other.because();
        return one.passed() == other.passed()
                ? other
                : Step.of(Step.Layer.AUTHORIZATION, Truth.MAYBE, because, other.origin());
    }

    private static Step decided(Pod pod, List<AuthorizationPolicy> own, Matching matching) {
        Optional<Step> custom = matching.best(own, Action.CUSTOM);
        Optional<Step> deny = matching.best(own, Action.DENY);
        if (deny.isPresent() && deny.get().passed().isCertain()) {
            return Step.of(
                    Step.Layer.AUTHORIZATION,
                    Truth.NO,
                    deny.get().because(),
                    deny.get().origin());
        }
        Step allowed = allowed(pod, own, matching);
        Optional<Step> doubt = deny.or(() -> custom);
        return doubt.isEmpty() || !allowed.passed().isPossible()
                ? allowed
                : Step.of(
                        Step.Layer.AUTHORIZATION,
                        Truth.MAYBE,
                        allowed.because() + ", but " + doubt.get().because(),
                        doubt.get().origin());
    }

    private static Step allowed(Pod pod, List<AuthorizationPolicy> own, Matching matching) {
        List<AuthorizationPolicy> allows =
                own.stream().filter(policy -> policy.action() == Action.ALLOW).toList();
        if (allows.isEmpty()) {
            String because = "no AuthorizationPolicy allows only some to reach " + pod.id();
            return Step.of(Step.Layer.AUTHORIZATION, Truth.YES, because, null);
        }
        return matching.best(allows, Action.ALLOW).orElseGet(() -> {
            String names =
                    allows.stream().map(AuthorizationPolicy::name).limit(3).collect(Collectors.joining(", "));
            String because = "no rule of the policies that allow matches: " + names
                    + (allows.size() > 3 ? " and " + (allows.size() - 3) + " more" : "");
            return Step.of(
                    Step.Layer.AUTHORIZATION, Truth.NO, because, allows.get(0).origin());
        });
    }

    private List<AuthorizationPolicy> applying(Pod pod, MeshSettings mesh) {
        return Stream.of(mesh.rootNamespace(), pod.namespace().name())
                .distinct()
                .flatMap(namespace -> policies.getOrDefault(namespace, List.of()).stream())
                .filter(policy -> policy.pods().selects(pod.labels()))
                .toList();
    }

    /** Matches rules against one connection. */
    private record Matching(MeshSettings mesh, DataPlane plane, Connection connection) {

        /** The rule of an action that matches most certainly; empty if none may match. */
        Optional<Step> best(List<AuthorizationPolicy> policies, Action action) {
            return policies.stream()
                    .filter(policy -> policy.action() == action)
                    .filter(policy -> plane != DataPlane.AMBIENT || action != Action.CUSTOM)
                    .flatMap(policy -> policy.rules().stream().map(rule -> step(policy, rule)))
                    .filter(step -> step.passed().isPossible())
                    .max(java.util.Comparator.comparing(Step::passed));
        }

        private Step step(AuthorizationPolicy policy, Rule rule) {
            Truth match = plane == DataPlane.AMBIENT
                    ? new ZtunnelRules(new ClauseMatcher(new ZtunnelNames(), policy.namespace()))
                            .matches(policy, rule, connection)
                    : envoy(policy, rule);
            String verb = switch (policy.action()) {
                case ALLOW -> "allows it";
                case DENY -> match.isCertain() ? "denies it" : "may deny it";
                case CUSTOM -> "asks somebody else, who may deny it";
                case AUDIT -> "notes it";
            };
            Truth counted = policy.action() == Action.CUSTOM ? match.and(Truth.MAYBE) : match;
            String because = "a rule of " + policy.id() + " " + verb;
            return Step.of(Step.Layer.AUTHORIZATION, counted, because, rule.origin());
        }

        /**
         * Bytes have no requests: a rule that allows by a request's fields is dropped, and one that denies by them denies
         * whatever the other fields match.
         */
        private Truth envoy(AuthorizationPolicy policy, Rule rule) {
            Truth asBytes = matches(policy, rule, Truth.of(policy.action() == Action.DENY));
            Truth asRequest = matches(policy, rule, Truth.MAYBE);
            return switch (connection.protocol()) {
                case TCP -> asBytes;
                case HTTP -> asRequest;
                case EITHER -> asBytes == asRequest ? asBytes : Truth.MAYBE;
            };
        }

        private Truth matches(AuthorizationPolicy policy, Rule rule, Truth requests) {
            ClauseMatcher matcher = new ClauseMatcher(new EnvoyNames(mesh), policy.namespace());
            return any(rule.from(), matcher, requests)
                    .and(any(rule.to(), matcher, requests))
                    .and(rule.when().stream()
                            .map(clause -> matcher.matches(clause, connection, requests))
                            .reduce(Truth.YES, Truth::and));
        }

        private Truth any(List<Clause> clauses, ClauseMatcher matcher, Truth requests) {
            return clauses.isEmpty()
                    ? Truth.YES
                    : clauses.stream()
                            .map(clause -> matcher.matches(clause, connection, requests))
                            .reduce(Truth.NO, Truth::or);
        }
    }
}
