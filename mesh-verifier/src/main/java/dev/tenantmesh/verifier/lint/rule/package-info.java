/** What a rule is, and what rules look at. */
@NullMarked
package dev.tenantmesh.verifier.lint.rule;

import org.jspecify.annotations.NullMarked;
