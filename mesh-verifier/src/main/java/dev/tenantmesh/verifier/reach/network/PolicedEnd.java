package dev.tenantmesh.verifier.reach.network;

import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An end that policies are about: what does not depend on the port is looked up once,
 * and then every port is asked about by what is left.
 */
final class PolicedEnd implements NetworkEnd {

    private static final int MOST_NAMES = 3;

    private final Question question;
    private final Step.Layer layer;
    private final List<NetworkPolicy> selecting;
    private final List<Allowance> allowances;
    private final AdminTier.Matched admin;
    private final AdminTier.Matched baseline;
    private final Truth enforced;

    /**
     * A rule whose peers the other end is, or may be.
     *
     * @param policy whose rule
     * @param rule the rule
     * @param certainty whether it is one of its peers
     */
    record Allowance(NetworkPolicy policy, NetworkRule rule, Truth certainty) {}

    /** The tiers of administrators before and after NetworkPolicies. */
    record Tiers(AdminTier.Matched admin, AdminTier.Matched baseline) {}

    PolicedEnd(
            Question question, List<NetworkPolicy> selecting, List<Allowance> allowances, Tiers tiers, Truth enforced) {
        this.question = question;
        this.layer = Step.Layer.of(question.direction());
        this.selecting = selecting;
        this.allowances = allowances;
        this.admin = tiers.admin();
        this.baseline = tiers.baseline();
        this.enforced = enforced;
    }

    @Override
    public boolean isClosed() {
        return enforced.isCertain()
                && !selecting.isEmpty()
                && allowances.isEmpty()
                && admin.groups().isEmpty();
    }

    @Override
    public Step ask(Port port) {
        Step own = selecting.isEmpty() ? unselected(port) : ofPolicies(port);
        Step asked = admin.groups().isEmpty() ? own : admin.ask(port).before(own, layer);
        return enforced.isCertain() || asked.passed().isCertain() ? asked : unenforced(asked);
    }

    private Step unselected(Port port) {
        String because = "no policy selects " + question.subject().id() + " for "
                + question.direction().written();
        Step open = Step.of(layer, Truth.YES, because, null);
        return baseline.groups().isEmpty() ? open : baseline.ask(port).before(open, layer);
    }

    private Step ofPolicies(Port port) {
        Allowance best = best(port);
        return best == null
                ? refusal()
                : Step.of(
                        layer,
                        best.certainty(),
                        "a rule of " + best.policy().id() + " allows it",
                        best.rule().origin());
    }

    private @Nullable Allowance best(Port port) {
        Allowance best = null;
        for (Allowance allowance : allowances) {
            boolean better = best == null || best.certainty().compareTo(allowance.certainty()) < 0;
            if (better && question.isOn(allowance.rule().ports(), port)) {
                best = allowance;
            }
        }
        return best;
    }

    private Step refusal() {
        String names =
                selecting.stream().map(NetworkPolicy::name).limit(MOST_NAMES).collect(Collectors.joining(", "));
        String more = selecting.size() > MOST_NAMES ? " and " + (selecting.size() - MOST_NAMES) + " more" : "";
        String because =
                "no rule of the policies that select " + question.subject().id() + " allows it: " + names + more;
        return Step.of(layer, Truth.NO, because, selecting.get(0).origin());
    }

    private Step unenforced(Step asked) {
        String because = asked.because() + ", but the network plugin "
                + (enforced.isPossible() ? "may not enforce that" : "does not enforce that");
        return Step.of(layer, enforced.isPossible() ? Truth.MAYBE : Truth.YES, because, asked.origin());
    }
}
