/** Admission policies that refuse less than they say. */
@NullMarked
package dev.tenantmesh.verifier.lint.admission;

import org.jspecify.annotations.NullMarked;
