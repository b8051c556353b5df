package dev.tenantmesh.verifier.lint.network;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Addresses of one family in a cluster that has two: what one family leaves out by exceptions the other lets through.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dual-stack/">Dual-stack</a>
 */
public final class AddressFamilies implements LintRule {

    @Override
    public void check(LintContext context, Problems problems) {
        boolean dual = context.manifests()
                .of("", "Service")
                .map(service -> service.body().at("spec"))
                .anyMatch(AddressFamilies::isDual);
        WrittenRule.all(context).forEach(rule -> {
            List<WrittenBlock> blocks = WrittenBlock.of(rule).toList();
            Set<Integer> families =
                    blocks.stream().map(block -> block.range().version()).collect(Collectors.toSet());
            if (dual && families.size() == 1) {
                WrittenBlock first = blocks.get(0);
                problems.warning(
                        ProblemCode.ADDRESS_FAMILY,
                        first.origin(),
                        first.cidr(),
                        "Services here have addresses of both families, and the rule names IPv"
                                + first.range().version() + " only: the other family is decided by other rules.",
                        "Name the addresses of both families.");
            }
            exceptions(blocks, problems);
        });
    }

    private static void exceptions(List<WrittenBlock> blocks, Problems problems) {
        List<WrittenBlock> whole =
                blocks.stream().filter(WrittenBlock::isWholeFamily).toList();
        boolean limited = whole.stream().anyMatch(block -> !block.except().isEmpty());
        whole.stream()
                .filter(block -> limited && block.except().isEmpty())
                .forEach(block -> problems.warning(
                        ProblemCode.ADDRESS_FAMILY,
                        block.origin(),
                        block.cidr(),
                        "The other family has exceptions and this one has none: what they keep out is reached by IPv"
                                + block.range().version() + ".",
                        "Write the exceptions for both families."));
    }

    private static boolean isDual(Mapping spec) {
        return spec.text("ipFamilyPolicy").endsWith("DualStack")
                || spec.scalars("ipFamilies").size() > 1;
    }
}
