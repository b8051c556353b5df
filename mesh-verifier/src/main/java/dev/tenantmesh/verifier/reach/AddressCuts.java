package dev.tenantmesh.verifier.reach;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.network.AdminPolicy;
import dev.tenantmesh.verifier.policy.network.NetworkRule;
import dev.tenantmesh.verifier.policy.network.Peer;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.External;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the addresses outside the cluster that policies can tell apart, so that a range stands for each of its addresses. */
public final class AddressCuts {

    private AddressCuts() {}

    /** The ranges of both families; the whole of a family that no policy names. */
    public static List<External> of(PolicyModel policies) {
        return of(policies, List.of());
    }

    /**
     * The same where more addresses are of interest.
     *
     * @param told addresses that are told apart, too
     */
    public static List<External> of(PolicyModel policies, List<AddressRange> told) {
        List<AddressRange> named =
                Stream.concat(told.stream(), ofRules(policies)).toList();
        List<External> all = new ArrayList<>();
        for (int version : List.of(4, 6)) {
            cut(version, named).forEach(range -> all.add(new External(range)));
        }
        return all;
    }

    private static Stream<AddressRange> ofRules(PolicyModel policies) {
        return rules(policies)
                .flatMap(rule -> rule.peers().stream())
                .filter(Peer.Addresses.class::isInstance)
                .map(Peer.Addresses.class::cast)
                .flatMap(peer -> Stream.concat(Stream.of(peer.block()), peer.except().stream()));
    }

    private static Stream<NetworkRule> rules(PolicyModel policies) {
        return Stream.concat(
                policies.networkPolicies().stream()
                        .flatMap(policy -> policy.rules().values().stream().flatMap(List::stream)),
                policies.adminPolicies().stream()
                        .flatMap(policy -> policy.rules().values().stream().flatMap(List::stream))
                        .map(AdminPolicy.AdminRule::match));
    }

    private static List<AddressRange> cut(int version, List<AddressRange> named) {
        AddressRange whole = AddressRange.all(version);
        SortedSet<BigInteger> begins = new TreeSet<>();
        for (AddressRange range : named) {
            if (range.version() == version) {
                begins.add(range.first());
                begins.add(range.last().add(BigInteger.ONE));
            }
        }
        List<AddressRange> ranges = new ArrayList<>();
        BigInteger begin = whole.first();
        for (BigInteger next : begins) {
            if (next.signum() > 0 && next.compareTo(whole.last()) <= 0) {
                ranges.add(new AddressRange(version, begin, next.subtract(BigInteger.ONE)));
                begin = next;
            }
        }
        ranges.add(new AddressRange(version, begin, whole.last()));
        return ranges;
    }
}
