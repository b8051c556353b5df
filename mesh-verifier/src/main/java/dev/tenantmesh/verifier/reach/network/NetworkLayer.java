package dev.tenantmesh.verifier.reach.network;

import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.AdminPolicy.Tier;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.policy.network.NetworkPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the network lets through at one end of a connection: administrators' policies first, then NetworkPolicies, which
 * have the last word on the pods they select, then the baseline, then yes.
 *
 * @see <a href="https://network-policy-api.sigs.k8s.io/api-overview/">Network Policy API</a>
 */
public final class NetworkLayer {

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

    /** What the end of a pod says of one port; see {@link #end}. */
    public Step ask(Pod subject, Direction direction, Endpoint other, Port port) {
        return end(subject, direction, other).ask(port);
    }

    /**
     * What the end of a pod says.
     *
     * @param subject the pod whose end is asked
     * @param direction into it or out of it
     * @param other the other end
     */
    public NetworkEnd end(Pod subject, Direction direction, Endpoint other) {
        Step.Layer layer = Step.Layer.of(direction);
        if (subject.hostNetwork()) {
            String because = "policies do not apply to " + subject.id() + ", which has the network of its node";
            return port -> Step.of(layer, Truth.YES, because, subject.origin());
        }
        if (other == HostProcess.OWN_NODE) {
            String because = direction == Direction.INGRESS
                    ? "a pod's own node is always let in"
                    : "a pod is always let out to its own node";
            return port -> Step.of(layer, Truth.YES, because, null);
        }
        Question question = Question.of(subject, direction, other);
        List<NetworkPolicy> selecting = selecting(subject, direction);
        return new PolicedEnd(
                question,
                selecting,
                allowances(selecting, question),
                new PolicedEnd.Tiers(admin.of(question), baseline.of(question)),
                direction == Direction.INGRESS ? profile.enforcesIngress() : profile.enforcesEgress());
    }

    /** Whether a peer of a rule may be any pod of the pod network, whatever its labels are. */
    public boolean mayBeAnyPod(Peer peer) {
        return peers.mayBeAnyPod(peer);
    }

    private List<NetworkPolicy> selecting(Pod subject, Direction direction) {
        List<NetworkPolicy> selecting = new ArrayList<>();
        for (NetworkPolicy policy : policies.getOrDefault(subject.namespace().name(), List.of())) {
            if (policy.directions().contains(direction) && policy.pods().selects(subject.labels())) {
                selecting.add(policy);
            }
        }
        return selecting;
    }

    private List<PolicedEnd.Allowance> allowances(List<NetworkPolicy> selecting, Question question) {
        List<PolicedEnd.Allowance> allowances = new ArrayList<>();
        for (NetworkPolicy policy : selecting) {
            for (NetworkRule rule : policy.rules().getOrDefault(question.direction(), List.of())) {
                Truth certainty = match(rule, policy.namespace(), question);
                if (certainty.isPossible()) {
                    allowances.add(new PolicedEnd.Allowance(policy, rule, certainty));
                }
            }
        }
        return allowances;
    }

    private Truth match(NetworkRule rule, String home, Question question) {
        Truth match = Truth.of(rule.peers().isEmpty());
        for (Peer peer : rule.peers()) {
            match = match.or(peers.matches(peer, home, question.other(), question.direction()));
        }
        return match.or(Truth.of(peers.coverNodes(rule.peers(), question.other())));
    }
}
