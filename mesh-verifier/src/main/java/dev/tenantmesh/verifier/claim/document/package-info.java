/** Claims that people write by hand, about manifests that no model stands behind. */
@NullMarked
package dev.tenantmesh.verifier.claim.document;

import org.jspecify.annotations.NullMarked;
