/** Rules about names, and whose they are. */
@NullMarked
package dev.tenantmesh.model.check.ownership;

import org.jspecify.annotations.NullMarked;
