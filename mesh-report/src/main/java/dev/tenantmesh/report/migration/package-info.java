/** What a migration is and how people read it. */
@NullMarked
package dev.tenantmesh.report.migration;

import org.jspecify.annotations.NullMarked;
