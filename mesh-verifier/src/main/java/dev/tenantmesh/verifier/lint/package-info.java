/** Finds what is wrong with manifests whatever anybody wants of them: every rule over everything that was loaded. */
@NullMarked
package dev.tenantmesh.verifier.lint;

import org.jspecify.annotations.NullMarked;
