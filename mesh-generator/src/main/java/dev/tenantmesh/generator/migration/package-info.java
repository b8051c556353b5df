/** The way from one platform to the next, as the states in between. */
@NullMarked
package dev.tenantmesh.generator.migration;

import org.jspecify.annotations.NullMarked;
