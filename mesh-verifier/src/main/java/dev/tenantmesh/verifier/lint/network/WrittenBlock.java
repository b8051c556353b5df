package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.load.Mapping;
import dev.tenantmesh.verifier.load.Scalar;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An {@code ipBlock} as it was written.
 *
 * @param rule the rule it stands in
 * @param cidr the addresses, as written
 * @param range the addresses
 * @param except those that do not count
 * @param origin where they were written
 */
record WrittenBlock(WrittenRule rule, String cidr, AddressRange range, List<AddressRange> except, Origin origin) {

    static Stream<WrittenBlock> all(LintContext context) {
        return WrittenRule.all(context).flatMap(WrittenBlock::of);
    }

    static Stream<WrittenBlock> of(WrittenRule rule) {
        return rule.peers().stream().map(peer -> peer.at("ipBlock")).flatMap(block -> of(rule, block).stream());
    }

    private static Optional<WrittenBlock> of(WrittenRule rule, Mapping block) {
        List<AddressRange> except = block.scalars("except").stream()
                .map(Scalar::text)
                .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                .toList();
        return AddressRange.ofCidr(block.text("cidr"))
                .map(range -> new WrittenBlock(rule, block.text("cidr"), range, except, block.originOf("cidr")));
    }

    /** Whether it holds all of some addresses. */
    boolean holds(AddressRange addresses) {
        return range.contains(addresses) && except.stream().noneMatch(out -> out.contains(addresses));
    }

    /** Whether it is every address of its family, but for exceptions. */
    boolean isWholeFamily() {
        return range.equals(AddressRange.all(range.version()));
    }
}
