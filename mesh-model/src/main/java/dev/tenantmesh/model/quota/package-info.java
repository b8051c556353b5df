/** What a namespace may use of a cluster. */
@NullMarked
package dev.tenantmesh.model.quota;

import org.jspecify.annotations.NullMarked;
