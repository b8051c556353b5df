/** What manifests of one product hold that the next one does not know. */
@NullMarked
package dev.tenantmesh.verifier.lint.migration;

import org.jspecify.annotations.NullMarked;
