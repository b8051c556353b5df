/** Claims as assertions of tests, in whatever test framework: what does not hold is an {@link AssertionError}. */
@NullMarked
package dev.tenantmesh.verifier.assertion;

import org.jspecify.annotations.NullMarked;
