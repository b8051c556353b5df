/**
 * Sentences that a person can sign, and what the manifests make of them: they hold, they are broken and by what, it is not
 * known, or they are about nobody.
 */
@NullMarked
package dev.tenantmesh.verifier.claim;

import org.jspecify.annotations.NullMarked;
