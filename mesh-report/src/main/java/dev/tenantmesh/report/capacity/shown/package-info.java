/** How amounts and tables of the report of capacity are written. */
@NullMarked
package dev.tenantmesh.report.capacity.shown;

import org.jspecify.annotations.NullMarked;
