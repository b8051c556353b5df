/** Findings about pods whose proxy is that of their node, and about waypoints. */
@NullMarked
package dev.tenantmesh.verifier.lint.ambient;

import org.jspecify.annotations.NullMarked;
