package dev.tenantmesh.verifier.reach.network;

import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.Tier;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.reach.network.AdminTier.Question;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the network lets through at one end of a connection: administrators' policies first, then NetworkPolicies, which
 * have the last word on the pods they select, then the baseline, then yes.
 *
 * @see <a href="https://network-policy-api.sigs.k8s.io/api-overview/">Network Policy API</a>
 */
public final class NetworkLayer {

    private static final int MOST_NAMES = 3;

    private final Map<String, List<NetworkPolicy>> policies;
    private final AdminTier admin;
    private final AdminTier baseline;
    private final PeerMatcher peers;
    private final ClusterProfile profile;

    public NetworkLayer(List<NetworkPolicy> policies, List<AdminPolicy> adminPolicies, ClusterProfile profile) {
        this.policies = policies.stream().collect(Collectors.groupingBy(NetworkPolicy::namespace));
        this.peers = new PeerMatcher(profile);
        this.admin = new AdminTier(Tier.ADMIN, adminPolicies, peers);
        this.baseline = new AdminTier(Tier.BASELINE, adminPolicies, peers);
        this.profile = profile;
    }

    /**
     * What the end of a pod says.
     *
     * @param subject the pod whose end is asked
     * @param direction into it or out of it
     * @param other the other end
     * @param port the port of the destination
     */
    public Step ask(Pod subject, Direction direction, Endpoint other, Port port) {
        Step.Layer layer = direction == Direction.INGRESS ? Step.Layer.INGRESS : Step.Layer.EGRESS;
        if (subject.hostNetwork()) {
            String because = "policies do not apply to " + subject.id() + ", which has the network of its node";
            return Step.of(layer, Truth.YES, because, subject.origin());
        }
        if (other == HostProcess.OWN_NODE) {
            String because = direction == Direction.INGRESS
                    ? "a pod's own node is always let in"
                    : "a pod is always let out to its own node";
            return Step.of(layer, Truth.YES, because, null);
        }
        Step asked = tiers(Question.of(subject, direction, other, port), layer);
        return enforced(asked, direction == Direction.INGRESS ? profile.enforcesIngress() : profile.enforcesEgress());
    }

    private static Step enforced(Step asked, Truth enforced) {
        if (enforced.isCertain() || asked.passed().isCertain()) {
            return asked;
        }
        String because = asked.because() + ", but the network plugin "
                + (enforced.isPossible() ? "may not enforce that" : "does not enforce that");
        return Step.of(asked.layer(), enforced.isPossible() ? Truth.MAYBE : Truth.YES, because, asked.origin());
    }

    private Step tiers(Question question, Step.Layer layer) {
        Step last = Step.of(
                layer,
                Truth.YES,
                "no policy selects " + question.subject().id() + " for "
                        + question.direction().written(),
                null);
        Step own = networkPolicies(question, layer)
                .orElseGet(() -> baseline.ask(question).before(last, layer));
        return admin.ask(question).before(own, layer);
    }

    /** What NetworkPolicies say; empty if none selects the pod. */
    private Optional<Step> networkPolicies(Question question, Step.Layer layer) {
        List<NetworkPolicy> selecting = policies
                .getOrDefault(question.subject().namespace().name(), List.of())
                .stream()
                .filter(policy -> policy.directions().contains(question.direction())
                        && policy.pods().selects(question.subject().labels()))
                .toList();
        return selecting.isEmpty()
                ? Optional.empty()
                : selecting.stream()
                        .flatMap(policy -> policy.rules().getOrDefault(question.direction(), List.of()).stream()
                                .map(rule -> Step.of(
                                        layer,
                                        match(rule, policy.namespace(), question),
                                        "a rule of " + policy.id() + " allows it",
                                        rule.origin())))
                        .filter(step -> step.passed().isPossible())
                        .max(Comparator.comparing(Step::passed))
                        .or(() -> Optional.of(refusal(selecting, question, layer)));
    }

    private Truth match(NetworkRule rule, String home, Question question) {
        boolean onPort = rule.ports().isEmpty()
                || rule.ports().stream().anyMatch(ports -> ports.covers(question.port(), question.destination()));
        if (!onPort || rule.peers().isEmpty()) {
            return Truth.of(onPort);
        }
        return rule.peers().stream()
                .map(peer -> peers.matches(peer, home, question.other(), question.direction()))
                .reduce(Truth.NO, Truth::or);
    }

    private static Step refusal(List<NetworkPolicy> selecting, Question question, Step.Layer layer) {
        String names =
                selecting.stream().map(NetworkPolicy::name).limit(MOST_NAMES).collect(Collectors.joining(", "));
        String more = selecting.size() > MOST_NAMES ? " and " + (selecting.size() - MOST_NAMES) + " more" : "";
        String because =
                "no rule of the policies that select " + question.subject().id() + " allows it: " + names + more;
        return Step.of(layer, Truth.NO, because, selecting.get(0).origin());
    }
}
