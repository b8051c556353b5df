/**
 * What a user is told when something is wrong: coded problems with the place, the value that was written, the reason
 * and the way out. Everything else reports into {@link dev.tenantmesh.model.problem.Problems}; only the front ends
 * (Maven goals, tests) print.
 */
@NullMarked
package dev.tenantmesh.model.problem;

import org.jspecify.annotations.NullMarked;
