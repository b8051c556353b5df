/** The README and the guides hold what they say. */
@NullMarked
package dev.tenantmesh.generator.docs;

import org.jspecify.annotations.NullMarked;
