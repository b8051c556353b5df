package dev.tenantmesh.verifier.lint;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.policy.MaistraOperator;
import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.PolicyReader;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.world.World;
import dev.tenantmesh.verifier.world.WorldReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs every rule over manifests. Nothing stops it: what could not be read, and kinds that are not understood, are
 * reported beside what rules find in the rest.
 *
 * @param profile how the cluster carries out policies
 * @param more checks beside the rules of {@link LintRules}
 */
public record Linter(ClusterProfile profile, List<LintRule> more) {

    public Linter {
        more = List.copyOf(more);
    }

    /** Reports everything; findings that their object accepts become information. */
    public void lint(Manifests manifests, Problems problems) {
        LintContext context = context(manifests, problems);
        Problems found = new Problems();
        Stream.concat(LintRules.ALL.stream(), more.stream()).forEach(rule -> rule.check(context, found));
        Acceptances acceptances = Acceptances.of(manifests, problems);
        for (Problem finding : found.sorted()) {
            problems.add(acceptances.applied(finding));
        }
        acceptances.reportUnused(problems);
    }

    private LintContext context(Manifests manifests, Problems problems) {
        PolicyModel policies = PolicyReader.read(manifests, List.of(), problems);
        MaistraOperator operator = new MaistraOperator(manifests, policies.members());
        World world = WorldReader.read(manifests, operator::memberLabels, problems);
        return new LintContext(manifests, world, policies, profile);
    }
}
