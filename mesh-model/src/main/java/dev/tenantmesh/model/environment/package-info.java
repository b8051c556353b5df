/** Environments: Platform documents that extend others. Merged as they are written, before anything is bound. */
@NullMarked
package dev.tenantmesh.model.environment;

import org.jspecify.annotations.NullMarked;
