/** Migrations of the examples, as they are committed. */
@NullMarked
package dev.tenantmesh.maven.migration;

import org.jspecify.annotations.NullMarked;
