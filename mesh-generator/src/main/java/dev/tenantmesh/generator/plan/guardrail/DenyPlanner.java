package dev.tenantmesh.generator.plan.guardrail;

import dev.tenantmesh.generator.plan.network.NetworkPolicyPlan;
import dev.tenantmesh.generator.plan.network.Opening;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses what is open although a deny forbids it: neither side can mean both. */
public final class DenyPlanner {

    private final MeshModel model;
    private final List<DeniedPair> pairs;
    private final boolean overruled;
    private final Problems problems;
    private final Set<String> reported = new HashSet<>();

    private DenyPlanner(MeshModel model, Platform platform, Problems problems) {
        this.model = model;
        this.pairs = DeniedPair.of(model, platform);
        this.overruled = platform.adminPolicies() != null;
        this.problems = problems;
    }

    /**
     * Reports what is open against a deny.
     *
     * @param policies every NetworkPolicy of the platform's meshes, which hold both ends of every flow
     */
    public static void check(MeshModel model, Platform platform, List<NetworkPolicyPlan> policies, Problems problems) {
        DenyPlanner planner = new DenyPlanner(model, platform, problems);
        policies.forEach(planner::check);
    }

    private void check(NetworkPolicyPlan policy) {
        String home = policy.heading().namespace();
        for (Opening opening : policy.ingress()) {
            named(opening).forEach(source -> check(source, home, opening.reason()));
            if (opening.everyone() && !overruled) {
                openToAnyone(home, opening.reason());
            }
        }
        for (Opening opening : policy.egress()) {
            named(opening).forEach(destination -> check(home, destination, opening.reason()));
        }
    }

    private static Stream<String> named(Opening opening) {
        return opening.peers().stream()
                .filter(Peer.Named.class::isInstance)
                .flatMap(peer -> ((Peer.Named) peer).namespaces().stream());
    }

    private void check(String source, String destination, String reason) {
        pairs.stream()
                .filter(pair -> pair.forbids(source, destination))
                .filter(pair -> reported.add(pair.title() + source + "/" + destination))
                .forEach(pair -> problems.error(
                        ProblemCode.DENY_CONTRADICTED,
                        model.origins().of(pair.deny()),
                        pair.title(),
                        "The documents open namespace " + source + " the way to " + destination + ", " + reason + ".",
                        "Take that edge back, or narrow the boundary that makes it; a deny has no exceptions."));
    }

    private void openToAnyone(String destination, String reason) {
        pairs.stream()
                .filter(pair -> pair.to().contains(destination))
                .filter(pair -> reported.add(pair.title() + destination))
                .forEach(pair -> problems.error(
                        ProblemCode.DENY_CONTRADICTED,
                        model.origins().of(pair.deny()),
                        pair.title(),
                        "Anyone may come to namespace " + destination + ", " + reason
                                + ", and NetworkPolicies cannot except anybody.",
                        "Set `adminPolicies` in the Platform, or list the `sourceRanges` of the gateway."));
    }
}
