package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Action;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Clause;
import dev.tenantmesh.verifier.policy.mesh.AuthorizationPolicy.Rule;
import dev.tenantmesh.verifier.policy.mesh.Waypoint;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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

    private static final int MOST_NAMES = 3;
    private static final String CLASS = "istio-waypoint";
    private static final String GATEWAYS = "gateway.networking.k8s.io";
    private static final Set<String> CORE = Set.of("", "core");

    private final Map<String, List<AuthorizationPolicy>> policies;
    private final List<AuthorizationPolicy> targeted;
    private final Discovery discovery;

    AuthorizationLayer(List<AuthorizationPolicy> policies, Discovery discovery) {
        this.discovery = discovery;
        this.policies = policies.stream()
                .filter(policy -> !policy.dryRun() && !policy.isTargeted())
                .collect(Collectors.groupingBy(AuthorizationPolicy::namespace));
        this.targeted = policies.stream()
                .filter(policy -> !policy.dryRun() && policy.isTargeted())
                .toList();
    }

    /** The policies that a waypoint carries out for a Service of a namespace; of no name: for whatever it leads to. */
    List<AuthorizationPolicy> at(Waypoint waypoint, MeshSettings mesh, String namespace, String service) {
        return targeted.stream()
                .filter(policy -> policy.targets().stream().anyMatch(target -> switch (target.kind()) {
                    case "Gateway" ->
                        target.group().equals(GATEWAYS)
                                && policy.namespace().equals(waypoint.namespace())
                                && target.name().equals(waypoint.name());
                    case "GatewayClass" ->
                        target.group().equals(GATEWAYS)
                                && policy.namespace().equals(mesh.rootNamespace())
                                && target.name().equals(CLASS);
                    case "Service" ->
                        CORE.contains(target.group())
                                && policy.namespace().equals(namespace)
                                && target.name().equals(service);
                    default -> false;
                }))
                .toList();
    }

    /** The Services of a namespace that a policy is targeted at. */
    SortedSet<String> servicesAt(Waypoint waypoint, String namespace) {
        return targeted.stream()
                .filter(policy -> policy.namespace().equals(namespace))
                .flatMap(policy -> policy.targets().stream())
                .filter(target -> target.kind().equals("Service")
                        && CORE.contains(target.group())
                        && waypoint.isBefore(namespace, target.name()))
                .map(AuthorizationPolicy.Target::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The policies that the proxy in front of a pod carries out. */
    Applied of(Pod pod, Enrollment enrollment) {
        MeshSettings mesh = enrollment.mesh().orElseThrow();
        List<AuthorizationPolicy> applying = Stream.of(
                        mesh.rootNamespace(), pod.namespace().name())
                .distinct()
                .flatMap(namespace -> policies.getOrDefault(namespace, List.of()).stream())
                .filter(policy -> policy.pods().selects(pod.labels()))
                .toList();
        return applied(pod, enrollment, applying);
    }

    /** Of some policies those that the control plane reads. */
    Applied applied(Pod pod, Enrollment enrollment, List<AuthorizationPolicy> applying) {
        MeshSettings mesh = enrollment.mesh().orElseThrow();
        List<AuthorizationPolicy> certain = applying.stream()
                .filter(policy -> discovery.reads(mesh, policy.namespace()).isCertain())
                .toList();
        List<AuthorizationPolicy> possible = applying.stream()
                .filter(policy -> discovery.reads(mesh, policy.namespace()).isPossible())
                .toList();
        if (enrollment.plane() != DataPlane.AMBIENT) {
            return new Applied(pod, enrollment, ByAction.of(certain), ByAction.of(possible));
        }
        return new Applied(
                pod,
                enrollment,
                ByAction.of(attached(certain, Truth::isCertain)),
                ByAction.of(attached(possible, Truth::isPossible)));
    }

    /** A policy with an empty selector is sent to the proxies of nodes as one that some pods refer to, and none does. */
    private static List<AuthorizationPolicy> attached(List<AuthorizationPolicy> policies, Predicate<Truth> enough) {
        return policies.stream()
                .filter(policy -> enough.test(policy.selector().empty().not()))
                .filter(policy -> policy.action() != Action.CUSTOM)
                .toList();
    }

    /** Policies by what they do. */
    private record ByAction(
            List<AuthorizationPolicy> custom, List<AuthorizationPolicy> deny, List<AuthorizationPolicy> allow) {

        private static ByAction of(List<AuthorizationPolicy> policies) {
            return new ByAction(
                    doing(policies, Action.CUSTOM), doing(policies, Action.DENY), doing(policies, Action.ALLOW));
        }

        private static List<AuthorizationPolicy> doing(List<AuthorizationPolicy> policies, Action action) {
            return policies.stream().filter(policy -> policy.action() == action).toList();
        }
    }

    /**
     * The policies of one pod.
     *
     * @param certain those that its proxy certainly carries out
     * @param possible those, and those that it may carry out
     */
    record Applied(Pod pod, Enrollment enrollment, ByAction certain, ByAction possible) {

        /** What they make of a connection. */
        Step ask(Connection connection) {
            Matching matching = new Matching(enrollment.mesh().orElseThrow(), enrollment.plane(), connection);
            Step one = decided(possible, matching);
            return certain.equals(possible) ? one : either(decided(certain, matching), one);
        }

        private static Step either(Step one, Step other) {
            String because = one.because() + ", or else " + other.because();
            return one.passed() == other.passed()
                    ? other
                    : Step.of(Step.Layer.AUTHORIZATION, Truth.MAYBE, because, other.origin());
        }

        private Step decided(ByAction own, Matching matching) {
            Optional<Step> custom = matching.best(own.custom());
            Optional<Step> deny = matching.best(own.deny());
            if (deny.isPresent() && deny.get().passed().isCertain()) {
                Step denial = deny.get();
                return Step.of(Step.Layer.AUTHORIZATION, Truth.NO, denial.because(), denial.origin());
            }
            Step allowed = allowed(own.allow(), matching);
            Optional<Step> doubt = deny.or(() -> custom);
            return doubt.isEmpty() || !allowed.passed().isPossible()
                    ? allowed
                    : Step.of(
                            Step.Layer.AUTHORIZATION,
                            Truth.MAYBE,
                            allowed.because() + ", but " + doubt.get().because(),
                            doubt.get().origin());
        }

        private Step allowed(List<AuthorizationPolicy> allows, Matching matching) {
            if (allows.isEmpty()) {
                String because = "no AuthorizationPolicy allows only some to reach " + pod.id();
                return Step.of(Step.Layer.AUTHORIZATION, Truth.YES, because, null);
            }
            return matching.best(allows).orElseGet(() -> refused(allows));
        }

        private static Step refused(List<AuthorizationPolicy> allows) {
            String names = allows.stream()
                    .map(AuthorizationPolicy::name)
                    .limit(MOST_NAMES)
                    .collect(Collectors.joining(", "));
            String because = "no rule of the policies that allow matches: " + names
                    + (allows.size() > MOST_NAMES ? " and " + (allows.size() - MOST_NAMES) + " more" : "");
            return Step.of(
                    Step.Layer.AUTHORIZATION, Truth.NO, because, allows.get(0).origin());
        }
    }

    /** Matches rules against one connection. */
    private record Matching(MeshSettings mesh, DataPlane plane, Connection connection) {

        /** The rule that matches most certainly; empty if none may match. */
        Optional<Step> best(List<AuthorizationPolicy> policies) {
            Truth best = Truth.NO;
            Step step = null;
            for (AuthorizationPolicy policy : policies) {
                for (Rule rule : policy.rules()) {
                    Truth match = match(policy, rule);
                    if (match.compareTo(best) > 0) {
                        best = match;
                        step = step(policy, rule, match);
                    }
                }
            }
            return Optional.ofNullable(step);
        }

        private Truth match(AuthorizationPolicy policy, Rule rule) {
            Truth match = plane == DataPlane.AMBIENT
                    ? new ZtunnelRules(new ClauseMatcher(new ZtunnelNames(), policy.namespace()))
                            .matches(policy, rule, connection)
                    : envoy(policy, rule);
            return policy.action() == Action.CUSTOM ? match.and(Truth.MAYBE) : match;
        }

        private static Step step(AuthorizationPolicy policy, Rule rule, Truth match) {
            String verb = switch (policy.action()) {
                case ALLOW -> "allows it";
                case DENY -> match.isCertain() ? "denies it" : "may deny it";
                case CUSTOM -> "asks somebody else, who may deny it";
                case AUDIT -> "notes it";
            };
            String because = "a rule of " + policy.id() + " " + verb;
            return Step.of(Step.Layer.AUTHORIZATION, match, because, rule.origin());
        }

        /**
         * Bytes have no requests: a rule that allows by a request's fields is dropped, and one that denies by them denies
         * whatever the other fields match.
         */
        private Truth envoy(AuthorizationPolicy policy, Rule rule) {
            Truth bytes = Truth.of(policy.action() == Action.DENY);
            return switch (connection.protocol()) {
                case TCP -> matches(policy, rule, bytes);
                case HTTP -> matches(policy, rule, Truth.MAYBE);
                case EITHER -> {
                    Truth asBytes = matches(policy, rule, bytes);
                    yield asBytes == matches(policy, rule, Truth.MAYBE) ? asBytes : Truth.MAYBE;
                }
            };
        }

        private Truth matches(AuthorizationPolicy policy, Rule rule, Truth requests) {
            ClauseMatcher matcher = new ClauseMatcher(new EnvoyNames(mesh), policy.namespace());
            Truth all = any(rule.from(), matcher, requests).and(any(rule.to(), matcher, requests));
            for (Clause clause : rule.when()) {
                all = all.and(matcher.matches(clause, connection, requests));
            }
            return all;
        }

        private Truth any(List<Clause> clauses, ClauseMatcher matcher, Truth requests) {
            Truth any = Truth.of(clauses.isEmpty());
            for (Clause clause : clauses) {
                any = any.or(matcher.matches(clause, connection, requests));
            }
            return any;
        }
    }
}
