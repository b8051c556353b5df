/** Label selectors as the API server evaluates them, and the three-valued answers that everything else is made of. */
@NullMarked
package dev.tenantmesh.verifier.select;

import org.jspecify.annotations.NullMarked;
