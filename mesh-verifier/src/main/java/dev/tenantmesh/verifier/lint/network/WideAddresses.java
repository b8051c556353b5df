package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.policy.network.Direction;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ranges that hold addresses of pods, which on some clusters then match them, or the address where a cloud gives out its
 * credentials.
 *
 * @see <a href="https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/docs/features/network-security-controls/network-policy.md">ipBlock in OVN-Kubernetes</a>
 */
public final class WideAddresses implements LintRule {

    private static final AddressRange METADATA =
            AddressRange.ofCidr("169.254.169.254/32").orElseThrow();

    @Override
    public void check(LintContext context, Problems problems) {
        WrittenBlock.all(context).forEach(block -> {
            Optional<AddressRange> pods = pods(block, context.profile());
            if (pods.isPresent()) {
                problems.warning(
                        ProblemCode.WIDE_ADDRESSES,
                        block.origin(),
                        block.cidr(),
                        "The range holds addresses of pods (" + pods.get()
                                + "); some clusters match pods by them, whose" + " namespaces then do not matter.",
                        "Leave out the cluster's addresses by `except`, and name pods by selectors.");
            } else if (block.rule().direction() == Direction.EGRESS && block.holds(METADATA)) {
                problems.warning(
                        ProblemCode.WIDE_ADDRESSES,
                        block.origin(),
                        block.cidr(),
                        "The range holds 169.254.169.254, where clouds give the credentials of the node to whoever asks.",
                        "Add it to `except`.");
            }
        });
    }

    /** Where the cluster's addresses are not known, only what holds every private one certainly holds pods. */
    private static Optional<AddressRange> pods(WrittenBlock block, ClusterProfile profile) {
        if (!profile.addressesMatchPods().isPossible()) {
            return Optional.empty();
        }
        if (!profile.podRanges().isEmpty()) {
            return profile.podRanges().stream()
                    .filter(pods -> pods.overlaps(block.range()))
                    .filter(pods -> block.except().stream().noneMatch(out -> out.contains(pods)))
                    .findFirst();
        }
        List<AddressRange> privates = Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
                .map(cidr -> AddressRange.ofCidr(cidr).orElseThrow())
                .toList();
        return privates.stream().allMatch(block::holds) ? Optional.of(privates.get(0)) : Optional.empty();
    }
}
