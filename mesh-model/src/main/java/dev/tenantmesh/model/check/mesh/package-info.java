/** Rules about meshes, their control planes and their stages. */
@NullMarked
package dev.tenantmesh.model.check.mesh;

import org.jspecify.annotations.NullMarked;
