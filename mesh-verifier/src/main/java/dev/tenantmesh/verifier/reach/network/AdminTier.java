package dev.tenantmesh.verifier.reach.network;

import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.AdminRule;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.Tier;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Port;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one tier in the order in which they are asked. The order of policies of one priority is not defined,
 * so that whatever any of them says may be the outcome.
 */
final class AdminTier {

    private final SortedMap<Integer, List<AdminPolicy>> byPriority;
    private final PeerMatcher peers;

    AdminTier(Tier tier, List<AdminPolicy> policies, PeerMatcher peers) {
        this.byPriority = policies.stream()
                .filter(policy -> policy.tier() == tier)
                .collect(Collectors.groupingBy(AdminPolicy::priority, TreeMap::new, Collectors.toList()));
        this.peers = peers;
    }

    /** What may come of a tier. */
    enum Outcome {
        ALLOW,
        DENY,
        /** Left to what comes after the tier. */
        OPEN
    }

    /**
     * What a tier says.
     *
     * @param outcomes everything that may be the outcome
     * @param first the first rule that matches or may match; null if none does
     */
    record Answer(Set<Outcome> outcomes, @Nullable AdminMatch first) {

        /** What holds if the tiers after this one say something, in case they are asked. */
        Step before(Step rest, Step.Layer layer) {
            if (first == null || outcomes.equals(EnumSet.of(Outcome.OPEN))) {
                return rest;
            }
            Set<Truth> truths = outcomes.stream()
                    .map(outcome -> outcome == Outcome.OPEN ? rest.passed() : Truth.of(outcome == Outcome.ALLOW))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Truth.class)));
            Truth passed = truths.size() == 1 ? truths.iterator().next() : Truth.MAYBE;
            String because = first.sentence() + (outcomes.contains(Outcome.OPEN) ? "; else " + rest.because() : "");
            return Step.of(layer, passed, because, first.rule().match().origin());
        }
    }

    /** A rule that matches or may match. */
    record AdminMatch(AdminPolicy policy, AdminRule rule, Truth certainty) {

        String sentence() {
            String may = certainty.isCertain() ? "" : "may ";
            return switch (rule.action()) {
                case ALLOW -> "a rule of " + policy.id() + " " + may + (may.isEmpty() ? "allows" : "allow") + " it";
                case DENY -> "a rule of " + policy.id() + " " + may + (may.isEmpty() ? "denies" : "deny") + " it";
                case PASS -> "a rule of " + policy.id() + " " + may + (may.isEmpty() ? "leaves" : "leave") + " it open";
            };
        }
    }

    /**
     * The rules that one end and its peer may match whatever the port is, by priority and by policy in their order.
     *
     * @param groups policies of one priority each; those of which nothing matches are left out
     * @param question which ends
     */
    record Matched(List<List<List<AdminMatch>>> groups, Question question) {

        /** What the tier says of a port. */
        Answer ask(Port port) {
            Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
            AdminMatch first = null;
            for (List<List<AdminMatch>> equals : groups) {
                boolean silent = true;
                for (List<AdminMatch> policy : equals) {
                    List<AdminMatch> matches = deciding(policy, port);
                    matches.forEach(match -> outcomes.add(outcome(match)));
                    first = first == null && !matches.isEmpty() ? matches.get(0) : first;
                    silent &= matches.stream()
                            .noneMatch(match -> match.certainty().isCertain());
                }
                if (!silent) {
                    return new Answer(outcomes, first);
                }
            }
            outcomes.add(Outcome.OPEN);
            return new Answer(outcomes, first);
        }

        /** The rules of a policy that may decide: up to and including the first that certainly matches. */
        private List<AdminMatch> deciding(List<AdminMatch> policy, Port port) {
            List<AdminMatch> all = policy.stream()
                    .filter(match -> question.isOn(match.rule().match().ports(), port))
                    .toList();
            int end = 0;
            while (end < all.size() && !all.get(end).certainty().isCertain()) {
                end++;
            }
            return all.subList(0, Math.min(all.size(), end + 1));
        }
    }

    /** What of the tier two ends may match. */
    Matched of(Question question) {
        List<List<List<AdminMatch>>> groups = byPriority.values().stream()
                .map(equals -> equals.stream()
                        .map(policy -> matches(policy, question))
                        .filter(matches -> !matches.isEmpty())
                        .toList())
                .filter(policies -> !policies.isEmpty())
                .toList();
        return new Matched(groups, question);
    }

    private List<AdminMatch> matches(AdminPolicy policy, Question question) {
        if (!peers.matches(policy.subject(), "", question.subject(), Direction.INGRESS)
                .isPossible()) {
            return List.of();
        }
        return policy.rules().getOrDefault(question.direction(), List.of()).stream()
                .map(rule -> new AdminMatch(policy, rule, match(rule, question)))
                .filter(match -> match.certainty().isPossible())
                .toList();
    }

    /** Unlike a NetworkPolicy's, a rule without peers matches nobody. */
    private Truth match(AdminRule rule, Question question) {
        return peers.matchesAny(rule.match().peers(), question.other(), question.direction());
    }

    private static Outcome outcome(AdminMatch match) {
        return switch (match.rule().action()) {
            case ALLOW -> Outcome.ALLOW;
            case DENY -> Outcome.DENY;
            case PASS -> Outcome.OPEN;
        };
    }
}
