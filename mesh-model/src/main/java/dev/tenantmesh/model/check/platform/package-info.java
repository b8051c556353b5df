/** Rules about what administrators of a cluster keep to themselves. */
@NullMarked
package dev.tenantmesh.model.check.platform;

import org.jspecify.annotations.NullMarked;
