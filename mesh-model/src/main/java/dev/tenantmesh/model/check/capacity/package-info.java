/** Rules about what pods use: sizes, quotas and budgets. */
@NullMarked
package dev.tenantmesh.model.check.capacity;

import org.jspecify.annotations.NullMarked;
