/** Where a model can go from here, step by step, and what it would say then. */
@NullMarked
package dev.tenantmesh.model.migration;

import org.jspecify.annotations.NullMarked;
