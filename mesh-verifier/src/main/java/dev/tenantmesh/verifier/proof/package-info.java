/** Claims held against manifests: what came of each, and what to do about the ones that do not hold. */
@NullMarked
package dev.tenantmesh.verifier.proof;

import org.jspecify.annotations.NullMarked;
