/** What a tenant lets others know of it. */
@NullMarked
package dev.tenantmesh.model.export;

import org.jspecify.annotations.NullMarked;
