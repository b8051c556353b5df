/** An extension: what one platform team adds to every mesh. */
@NullMarked
package dev.tenantmesh.examples.extension;

import org.jspecify.annotations.NullMarked;
