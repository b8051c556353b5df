/** What is said of one mesh: its control plane and how its members are closed. */
@NullMarked
package dev.tenantmesh.model.mesh;

import org.jspecify.annotations.NullMarked;
