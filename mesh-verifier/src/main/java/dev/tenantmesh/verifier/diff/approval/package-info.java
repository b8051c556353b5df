/** Widenings that somebody approved, by whom, why and until when. */
@NullMarked
package dev.tenantmesh.verifier.diff.approval;

import org.jspecify.annotations.NullMarked;
