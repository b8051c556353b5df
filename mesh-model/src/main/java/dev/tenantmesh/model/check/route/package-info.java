/** Rules about hosts and where their routes lead. */
@NullMarked
package dev.tenantmesh.model.check.route;

import org.jspecify.annotations.NullMarked;
