/** What changed between two sets of manifests: who reaches whom now, and did not before, and the other way round. */
@NullMarked
package dev.tenantmesh.verifier.diff;

import org.jspecify.annotations.NullMarked;
