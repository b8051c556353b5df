/** Steps from what a model says now to what it is to say: rendered, proved and written. */
@NullMarked
package dev.tenantmesh.maven.migration;

import org.jspecify.annotations.NullMarked;
