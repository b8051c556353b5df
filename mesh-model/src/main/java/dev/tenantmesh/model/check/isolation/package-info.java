/** Rules about who may call whom, and what loosens it. */
@NullMarked
package dev.tenantmesh.model.check.isolation;

import org.jspecify.annotations.NullMarked;
