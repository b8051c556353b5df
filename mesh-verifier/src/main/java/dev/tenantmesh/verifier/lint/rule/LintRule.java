package dev.tenantmesh.verifier.lint.rule;

import dev.tenantmesh.model.problem.Problems;

/** One thing that is wrong with manifests whatever anybody wants of them, so that no model is needed to find it. */
@FunctionalInterface
public interface LintRule {

    /** Reports every place where it is so. */
    void check(LintContext context, Problems problems);
}
