/**
 * The input language as records, each with a builder; {@link dev.tenantmesh.model.MeshModel} reads and checks them.
 */
@NullMarked
package dev.tenantmesh.model;

import org.jspecify.annotations.NullMarked;
